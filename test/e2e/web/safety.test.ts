import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../client/core/words/languages.ts";
import { SCRIPT_BUDGET } from "../../../scripts/browser-client.ts";
import { ROOT } from "../../../scripts/bundles.ts";
import { describeInBrowser, say } from "../../support/browser.ts";
import { damagedEvents, FOREIGN_FRAMES } from "../../support/damaged-frames.ts";
import { messageOf } from "../../support/room/scripted-room.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<svg/onload=alert(1)>",
  '"><iframe srcdoc="<script>alert(1)</script>">',
  "javascript:alert(1)",
  "[click](javascript:alert(1))",
  "data:text/html,<script>alert(1)</script>",
  "`<b>bold</b>`",
  "```\n<style>*{display:none}</style>\n```",
  'https://example.org/"onmouseover="alert(1)',
  "{{constructor.constructor('alert(1)')()}}",
  "&lt;b&gt; &amp;",
];

test("the scripts that a page begins with fit into 40,000 bytes", () => {
  const folder = `${ROOT}dist/public`;
  const size = (files: readonly string[]) =>
    files
      .map((file) => gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length)
      .reduce((sum, each) => sum + each);
  const html = readFileSync(`${folder}/index.html`, "utf8");
  const scriptsIn = (text: string) => text.match(/app-\w+\.js/g) ?? [];
  const byLanguage = Array.from(html.matchAll(/ data-(\w+)="([^"]*)"/g), ([, code, names = ""]) => {
    return [code, scriptsIn(names)] as const;
  }).filter(([, names]) => names.length > 0);
  expect(byLanguage.map(([code]) => code)).toEqual([...LANGUAGES]);
  const forAll = scriptsIn(html.replaceAll(/ data-\w+="[^"]*"/g, ""));
  expect(forAll.length).toBeGreaterThan(0);
  // The build itself fails where all that the page has in one language is over its budget.
  for (const [code, words] of byLanguage) {
    const first = [...new Set([...forAll, ...words])];
    // Whatever these import is named in the page, too.
    for (const file of first) {
      const imports = readFileSync(`${folder}/${file}`, "utf8").matchAll(/\bfrom"\.\/(app-\w+\.js)"/g);
      for (const [, name] of imports) expect(first, code).toContain(name);
    }
    expect(size(first), code).toBeLessThanOrEqual(SCRIPT_BUDGET);
  }
});

describeInBrowser("safety", (house) => {
  test("markup shows as text, and nothing breaks the content security policy", async () => {
    const page = await house.join("ana", "xss");
    await page.evaluate(
      "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))",
    );
    page.on("dialog", () => house.complaints.push("A script has run"));
    for (const text of HOSTILE) await say(page, text);
    await page.locator("article", { hasText: "&lt;b&gt; &amp;" }).waitFor();
    const bodies = await page
      .locator("article .text")
      .evaluateAll((texts) => texts.map((text) => text.textContent));
    const expected = HOSTILE.map((text) => text.replaceAll(/`+\n?|\n`+/g, ""));
    expect(bodies.map((body) => body.trim())).toEqual(expected.map((text) => text.trim()));
    await expect.poll(() => page.locator("article :is(img, script, iframe, style, b)").count()).toBe(0);
    for (const button of ["Search", "Settings"]) await page.getByRole("button", { name: button }).click();
    await expect.poll(() => page.evaluate("violations")).toEqual([]);
  });

  test("§8 whatever a frame holds, the page lives on, and is not frozen", async () => {
    const page = await house.open("/damaged");
    let inject = (_frame: string) => {};
    await page.routeWebSocket(/socket/, (route) => {
      const server = route.connectToServer();
      server.onMessage((frame) => route.send(frame));
      route.onMessage((frame) => server.send(frame));
      inject = (frame) => route.send(frame);
    });
    await page.reload();
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await page.locator(".log[aria-busy=false]").waitFor();
    for (const frame of FOREIGN_FRAMES) inject(frame);
    const events = damagedEvents(1_000);
    for (let at = 0; at < events.length; at += 50) inject(JSON.stringify(events.slice(at, at + 50)));
    inject(JSON.stringify([messageOf(900_000)]));
    await page.locator("article", { hasText: "text 900000" }).waitFor();
    await page.getByRole("button", { name: /People/ }).click();
    await page.locator("textarea").fill("half a thought");
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("half a thought");
  });

  test("every answer carries the policy, and scripts need Trusted Types", async () => {
    for (const path of ["/", "/some-room"]) {
      const { headers } = await fetch(new URL(path, house.server.url));
      const policy = headers.get("Content-Security-Policy");
      expect(policy).toContain("default-src 'none'; script-src 'self'");
      expect(policy).toContain("img-src 'self' blob:;");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types papo");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Cache-Control")).toContain("must-revalidate");
    }
    const html = await (await fetch(house.server.url)).text();
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    const [, script] = /src="(\/app-[^"]+\.js)"/.exec(html) ?? [];
    const { headers } = await fetch(new URL(script ?? "", house.server.url));
    expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  // What another deploy has is not there, and must not stay the page for a year; a room may be called as scripts are.
  test.each([
    ["/", 200, null],
    ["/lobby", 200, "noindex"],
    ["/Lobby/", 200, "noindex"],
    ["/app-lobby", 200, "noindex"],
    ["/app-0000.js", 404, "noindex"],
    ["/-lobby", 404, "noindex"],
    ["/lobby/2", 404, "noindex"],
    ["/favicon.ico", 404, "noindex"],
    ["/lobby.html", 404, "noindex"],
  ])("%s is answered with %i, and the page", async (path, status, robots) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await fetch(new URL(path, house.server.url), { method });
      expect(answer.status).toBe(status);
      expect(answer.headers.get("X-Robots-Tag")).toBe(robots);
      expect(answer.headers.get("Content-Type")).toContain("text/html");
      expect(answer.headers.get("Content-Security-Policy")).toContain("trusted-types papo");
      expect(answer.headers.get("Cache-Control")).toContain("must-revalidate");
      expect((await answer.text()).includes('id="app"')).toBe(method === "GET");
    }
  });

  test("a page that has not changed is not sent again", async () => {
    const url = new URL("/lobby", house.server.url);
    const etag = (await fetch(url)).headers.get("ETag") ?? "";
    expect((await fetch(url, { headers: { "If-None-Match": etag } })).status).toBe(304);
  });

  test("at an address that is none, the page says so", async () => {
    const page = await house.open("/lobby/2");
    await page.getByText("There is nothing at this address.").waitFor();
    await page.getByLabel("Room").waitFor();
  });

  test("rooms are not to be indexed", async () => {
    const robots = await (await fetch(new URL("/robots.txt", house.server.url))).text();
    expect(robots).toMatch(/^User-agent: \*\nAllow: \/\$\nDisallow: \/$/m);
  });

  // Whoever makes a preview takes no address without its host.
  test.each(["/", "/lobby", "/lobby/2"])("a link to %s has a preview", async (path) => {
    const url = new URL(path, house.server.url);
    const page = async (headers = {}) => await (await fetch(url, { headers })).text();
    const html = await page();
    for (const property of ["title", "description", "image"])
      expect(html).toMatch(new RegExp(`<meta property="og:${property}" content="[^"]+" />`));
    const imageIn = (text: string) => /"og:image" content="([^"]+)"/.exec(text)?.[1] ?? "";
    expect(imageIn(html)).toBe(new URL("/icon-512.png", url).href);
    expect((await fetch(imageIn(html))).headers.get("Content-Type")).toBe("image/png");
    const behindProxy = await page({ "X-Forwarded-Proto": "https" });
    expect(imageIn(behindProxy)).toBe(`https://${url.host}/icon-512.png`);
  });

  test("what is set apart in a text keeps its direction, and changes none around it", async () => {
    const token = "dodo".padEnd(22, "-");
    const { wire } = await SocketWire.join(house.server.url, "directions", { nick: "דודו", token });
    const page = await house.join("anna", "directions");
    wire.send({ type: "say", cid: 1, text: "hi @דודו 1, www.a.example, `ש(1)` 2" });
    const parts = page.locator("article .text > *");
    await parts.nth(2).waitFor();
    const apart = await parts.evaluateAll((all) =>
      all.map((each) => each.ownerDocument.defaultView.getComputedStyle(each).unicodeBidi),
    );
    expect(apart).toEqual(["isolate", "isolate", "isolate"]);
  });

  test("links http and https alone, and keeps the white space of code", async () => {
    const page = await house.join("ana", "links");
    await say(page, "see https://example.org/a_(b)?q=1. and http://example.org, not ftp://example.org");
    const link = page.locator("article a");
    await link.first().waitFor();
    await expect
      .poll(() => link.evaluateAll((links) => links.map((each) => each.getAttribute("href"))))
      .toEqual(["https://example.org/a_(b)?q=1", "http://example.org"]);
    await expect.poll(() => link.first().getAttribute("rel")).toBe("noopener noreferrer");
    await say(page, "```\nif (x) {\n    y();\n}\n```");
    await page.locator("article pre").waitFor();
    await expect
      .poll(() => page.locator("article pre").evaluate((code) => code.textContent))
      .toBe("if (x) {\n    y();\n}");
    await say(page, "and `a  b` inline");
    await page.locator("article code").waitFor();
    await expect.poll(() => page.locator("article code").evaluate((code) => code.textContent)).toBe("a  b");
  });
});
