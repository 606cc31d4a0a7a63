import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { SCRIPT_BUDGET } from "../../../scripts/browser-client.ts";
import { ROOT } from "../../../scripts/bundles.ts";
import { describeInBrowser, say } from "../../support/browser.ts";
import { damagedEvents, FOREIGN_FRAMES } from "../../support/damaged-frames.ts";
import { messageOf } from "../../support/scripted-room.ts";

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

test("the scripts of the page fit into 40,000 bytes", () => {
  const folder = `${ROOT}dist/public`;
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  const sizes = scripts.map((file) => gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(SCRIPT_BUDGET);
});

describeInBrowser("safety", (house) => {
  test("W13 markup shows as text, and nothing breaks the content security policy", async () => {
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
    expect(await page.locator("article :is(img, script, iframe, style, b)").count()).toBe(0);
    for (const button of ["Search", "About this room"])
      await page.getByRole("button", { name: button }).click();
    expect(await page.evaluate("violations")).toEqual([]);
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
    expect(await page.locator("textarea").inputValue()).toBe("half a thought");
  });

  test("W13 every answer carries the policy, and scripts need Trusted Types", async () => {
    for (const path of ["/", "/some-room"]) {
      const { headers } = await fetch(new URL(path, house.server.url));
      const policy = headers.get("Content-Security-Policy");
      expect(policy).toContain("default-src 'none'; script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Cache-Control")).toContain("must-revalidate");
    }
    const html = await (await fetch(house.server.url)).text();
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    const [, script] = /src="(\/app-[^"]+\.js)"/.exec(html) ?? [];
    const { headers } = await fetch(new URL(script ?? "", house.server.url));
    // Never "immutable": a script that an older deploy lacks is answered with the page, and must not stay that.
    expect(headers.get("Cache-Control")).toContain("must-revalidate");
  });

  test("W14 links http and https alone, and keeps the white space of code", async () => {
    const page = await house.join("ana", "links");
    await say(page, "see https://example.org/a_(b)?q=1. and http://example.org, not ftp://example.org");
    const link = page.locator("article a");
    await link.first().waitFor();
    expect(await link.evaluateAll((links) => links.map((each) => each.getAttribute("href")))).toEqual([
      "https://example.org/a_(b)?q=1",
      "http://example.org",
    ]);
    expect(await link.first().getAttribute("rel")).toBe("noopener noreferrer");
    await say(page, "```\nif (x) {\n    y();\n}\n```");
    await page.locator("article pre").waitFor();
    expect(await page.locator("article pre").evaluate((code) => code.textContent)).toBe(
      "if (x) {\n    y();\n}",
    );
    await say(page, "and `a  b` inline");
    await page.locator("article code").waitFor();
    expect(await page.locator("article code").evaluate((code) => code.textContent)).toBe("a  b");
  });
});
