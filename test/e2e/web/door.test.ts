import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../../support/axe.ts";
import { describeInBrowser, type House, say } from "../../support/browser.ts";

const ADMIN = "an-admin-token-of-the-tests";
const SECRET = "a secret that signs the passes of these tests";
const NARROW = { viewport: { width: 360, height: 640 } };

/** What the admin does: a method and a path, with a body or none. */
async function admin(house: House, deed: string, body?: unknown): Promise<Response> {
  const [method = "", path = ""] = deed.split(" ");
  const answer = await fetch(new URL(path, house.server.url), {
    method,
    headers: { "Papo-Admin": ADMIN, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return answer;
}

/** An invitation that the admin makes: its path and fragment. */
async function invitation(house: House, wanted: Record<string, unknown>): Promise<string> {
  const answer = await admin(house, "POST /api/passes", { days: 7, ...wanted });
  const { pathname, hash } = new URL(Object(await answer.json()).link);
  return pathname + hash;
}

/** Comes by an invitation, with a nickname. */
async function comeIn(page: Page, nick: string): Promise<Page> {
  await page.getByLabel("Your nickname").fill(nick);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.locator(".log[aria-busy=false]").waitFor();
  return page;
}

describeInBrowser(
  "the door of the invited",
  (house) => {
    const arrive = async (nick: string, link: string, options?: BrowserContextOptions) =>
      comeIn(await house.open(link, options), nick);

    test("§11 who has no invitation is told so at once, and asked for no nickname", async () => {
      const page = await house.open("/strangers");
      await page.getByRole("heading", { name: "This place lets in who was invited" }).waitFor();
      await expect.poll(() => page.getByLabel("Your nickname").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("https://elsewhere.example/strangers#pass=");
      await page.keyboard.press("Enter");
      await page.getByText("That invitation is not whole").waitFor();
      const link = await invitation(house, { rooms: ["strangers"] });
      await page.getByLabel("Invitation link").fill(`${house.server.url.host}${link}`);
      await page.keyboard.press("Enter");
      await comeIn(page, "ana");
      expect(new URL(page.url()).hash).toBe("");
    });

    test("§11 an invitation is out of the address at once, goes into no request's address, and is kept", async () => {
      const asked: string[] = [];
      const link = await invitation(house, { rooms: ["kept"] });
      const pass = link.split("=")[1] ?? "";
      const page = await house.open("/");
      page.on("request", (request) => asked.push(request.url()));
      page.on("websocket", (socket) => asked.push(socket.url()));
      await page.goto(link);
      await page.getByLabel("Your nickname").waitFor();
      await expect
        .poll(() => page.evaluate("location.href + document.title + history.length"))
        .not.toContain("pass");
      await comeIn(page, "ana");
      await page.reload();
      await page.locator(".log[aria-busy=false]").waitFor();
      expect(asked.filter((url) => url.includes(pass))).toEqual([]);
      await expect.poll(() => page.content()).not.toContain(pass);
      await expect.poll(() => page.evaluate("localStorage.getItem('papo:pass:kept')")).toBe(pass);
    });

    test("§11 a link that is opened where the page is open already lets in, too", async () => {
      const page = await house.open("/here");
      await page.getByLabel("Invitation link").waitFor();
      const link = await invitation(house, { rooms: ["here"] });
      await page.evaluate(`location.hash = ${JSON.stringify(link.split("#")[1])}`);
      await comeIn(page, "ana");
      expect(page.url()).not.toContain("#");
    });

    test.each<[what: string, change: (pass: string) => string, said: RegExp]>([
      ["is cut", (pass) => pass.slice(0, -4), /damaged, or cut off/],
      ["was signed by somebody else", (pass) => `${pass.slice(0, -4)}AAAA`, /not made by this server/],
    ])("§11 an invitation that %s: the page says so", async (_, change, said) => {
      const link = await invitation(house, { rooms: ["bad"] });
      const page = await house.open(change(link));
      await page.getByText(said).waitFor();
      expect(page.url()).not.toContain("#");
    });

    test("§11 an invitation for another room leads there", async () => {
      const link = await invitation(house, { rooms: ["there"] });
      const page = await house.open(link.replace("/there", "/elsewhere"));
      await page.getByText("That invitation is for another room.").waitFor();
      await page.getByRole("link", { name: "Go to there" }).click();
      await comeIn(page, "ana");
    });

    test("§11 a forged link does not cost anybody the invitation that is good", async () => {
      const link = await invitation(house, { rooms: ["lured"] });
      const page = await arrive("ana", link);
      await page.goto(`${link.slice(0, -4)}AAAA`);
      await page.reload();
      await page.locator(".log[aria-busy=false]").waitFor();
    });

    test("§11 an invitation for one is for the first who comes with it", async () => {
      const link = await invitation(house, { rooms: ["single"], one: true });
      const ana = await arrive("ana", link);
      const bob = await house.open(link);
      await bob.getByText("somebody else has taken it up").waitFor();
      expect(await violations(bob)).toEqual([]);
      // She herself may look as often as she likes, from wherever she is.
      await ana.reload();
      await ana.locator(".log[aria-busy=false]").waitFor();
      await ana.getByRole("button", { name: "Settings" }).click();
      await ana.getByText("Be here from another device").click();
      const code = await ana.locator("details code").textContent();
      await bob.getByLabel("Code of /link").fill(String(code));
      await bob.getByRole("button", { name: "Come in" }).click();
      await bob.getByLabel("Your nickname").fill("ana");
      await bob.getByRole("button", { name: "Join", exact: true }).click();
      await bob.locator(".log[aria-busy=false]").waitFor();
    });

    test("an owner invites with a link and a QR code, by the keyboard alone; a member is told whom to ask", async () => {
      const ana = await arrive("ana", await invitation(house, { rooms: ["party"] }));
      await ana.getByRole("button", { name: "Invite", exact: true }).first().focus();
      await ana.keyboard.press("Enter");
      await ana.getByLabel("Good for").waitFor();
      expect(await violations(ana)).toEqual([]);
      await ana.getByLabel("Good for").selectOption({ label: "30 days" });
      await ana.getByLabel("For one person").press("Space");
      await ana.keyboard.press("Tab");
      await ana.keyboard.press("Enter");
      const code = ana.getByRole("img", { name: "QR code of the invitation link" });
      await code.locator("path").waitFor({ state: "attached" });
      expect(await violations(ana)).toEqual([]);
      await expect.poll(() => ana.evaluate("document.activeElement.textContent")).toContain("for one person");
      const link = await ana.locator(".made code").textContent();
      const bob = await arrive("bob", String(link).replace(house.server.url.origin, ""));
      await bob.getByRole("button", { name: "Invite", exact: true }).first().click();
      await bob.getByText("Here now: ana.").waitFor();
      await expect.poll(() => bob.getByRole("button", { name: "Make the link" }).count()).toBe(0);
    });

    for (const options of [{}, NARROW]) {
      test(`a ban for a time that hides what was said, and what is known of it (${options === NARROW ? "narrow" : "wide"})`, async () => {
        const room = options === NARROW ? "order-n" : "order-w";
        const ana = await arrive("ana", await invitation(house, { rooms: [room] }), options);
        const eve = await arrive("eve", await invitation(house, { rooms: [room], one: true }));
        await say(eve, "buy my things");
        await expect.poll(() => eve.getByRole("button", { name: "Ban who wrote this…" }).count()).toBe(0);
        const bad = ana.locator("article", { hasText: "buy my things" });
        await bad.hover();
        await ana.getByRole("button", { name: "Ban who wrote this…" }).click();
        await ana.getByLabel("For how long").selectOption({ label: "1 day" });
        expect(await violations(ana)).toEqual([]);
        await ana.getByLabel("A reason, if you like").fill("Advertising");
        await ana.getByLabel("Delete what they said").check();
        await ana.getByRole("button", { name: "Go on" }).click();
        await ana.getByText("What they said in the last 24 hours is deleted.").waitFor();
        await ana.getByRole("button", { name: "Ban eve" }).click();
        await eve.getByText("You are banned from").waitFor();
        await ana.locator(".panel").getByText("Advertising").waitFor();
        await ana.locator(".badge", { hasText: /^until/ }).waitFor();
        expect(await violations(ana)).toEqual([]);
        await expect.poll(() => bad.count()).toBe(0);
        await ana.getByRole("button", { name: "Let in eve" }).click();
        await ana.getByText("Nobody is banned.").waitFor();
        if (options === NARROW) await ana.getByRole("button", { name: "Close" }).click();
        await ana.getByRole("button", { name: "Settings" }).click();
        await ana.getByRole("button", { name: "What was done to keep order?" }).click();
        await ana.locator(".deeds li").nth(1).waitFor();
        await expect
          .poll(() => ana.locator(".deeds li p").allInnerTexts())
          .toEqual(["ana let eve in again", "eve was banned by ana: Advertising"]);
        expect(await violations(ana)).toEqual([]);
      });
    }

    test("§11 a closed server says so, keeps what waits, and lets in again", async () => {
      const page = await arrive("ana", await invitation(house, { rooms: ["shop"] }));
      await admin(house, "PUT /api/door", { door: "closed" });
      try {
        await page.getByRole("heading", { name: "This server is closed for now" }).waitFor();
        expect(await violations(page)).toEqual([]);
      } finally {
        await admin(house, "PUT /api/door", { door: "invited" });
      }
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".log[aria-busy=false]").waitFor();
    });

    test("§11 who is in a room that is erased is told so", async () => {
      const page = await arrive("ana", await invitation(house, { rooms: ["gone"] }));
      await admin(house, "DELETE /api/rooms/gone");
      await page.getByRole("heading", { name: "gone was erased" }).waitFor();
      expect(await violations(page)).toEqual([]);
    });
  },
  { DOOR: "invited", NEW_ROOMS: "anyone", PASS_SECRET: SECRET, ADMIN_TOKEN: ADMIN },
);

describeInBrowser(
  "the door of who may not make rooms",
  (house) => {
    test("§11 a room that nobody has made is no form to fill in", async () => {
      const page = await house.open("/nowhere");
      await page.getByRole("heading", { name: "There is no such room" }).waitFor();
      await expect.poll(() => page.getByLabel("Your nickname").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
    });

    test("§11 who comes by a link of the first page may make one", async () => {
      const page = await house.open(await invitation(house, { make: true }));
      await page.getByLabel("Your nickname").fill("ana");
      expect(page.url()).not.toContain("#");
      await page.getByLabel("Room").fill("mine");
      await page.getByRole("button", { name: "Join", exact: true }).click();
      await page.locator(".log[aria-busy=false]").waitFor();
      await page.getByRole("button", { name: "Invite", exact: true }).first().click();
      await page.getByText("Whoever has this address can come in.").waitFor();
      await page.getByRole("button", { name: "Show it as a QR code" }).click();
      await page.getByRole("img", { name: "QR code of the room's address" }).waitFor();
      expect(await violations(page)).toEqual([]);
    });
  },
  { NEW_ROOMS: "pass", PASS_SECRET: SECRET, ADMIN_TOKEN: ADMIN },
);

describeInBrowser(
  "what a day allows",
  (house) => {
    test("§11 what is too much for today keeps its place, and is told when it may be said", async () => {
      const page = await house.join("ana", "budget", { timezoneId: "Asia/Kolkata" });
      for (const text of ["one", "two", "three"]) await say(page, text);
      const refused = page.locator("article.failed", { hasText: "three" });
      await refused.getByText("05:30").waitFor();
      await refused.getByRole("button", { name: "Edit" }).click();
      await expect.poll(() => page.locator("textarea").inputValue()).toBe("three");
    });
  },
  { ROOM_MESSAGES_PER_DAY: "2" },
);
