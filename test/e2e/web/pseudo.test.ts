import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { describeInBrowser, type House, say } from "../../support/browser.ts";
import { builtVersion } from "../../support/built-version.ts";
import { png } from "../../support/picture-bytes.ts";
import { type Allowed, lookOver } from "../../support/pseudo/look-over.ts";
import { pseudoPage } from "../../support/pseudo/pseudo-build.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const ADMIN = "an-admin-token-of-the-tests";
/** A small phone of somebody who asks for the language in whose place the pseudo-language is. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  locale: "pt-BR",
  // What is still appearing is not there yet.
  reducedMotion: "reduce",
};

const ALLOWED: Allowed = {
  others: {
    bdi: "names",
    ".nick, .avatar": "names",
    "article .text, .quote, .said, .found p, .caption": "what people say",
    ".topic, .deeds p[dir=auto]:not(.notice), .context [dir=auto]": "what people say",
    code: "what is typed, and addresses",
    "time, .day": "dates, which Intl writes",
    ".picker-grid button": "names of emoji",
    "article img, .viewer img": "pictures, called as what people say with them",
    "[name=language] option": "languages, each by its own name",
    "[name=author] option": "names",
  },
  known: {
    "^papo$": "its name",
    "^/[a-z]+$": "commands, as they are typed",
    "^https?://\\S+$": "addresses",
    "^(\\(\\d+\\+?\\) )?r-\\w+$": "rooms of these plays",
    "^(\\p{L}+(-feira)?, )?\\d{1,2} de \\p{L}+\\.? de \\d{4}(, \\d\\d:\\d\\d)?$": "dates, which Intl writes",
  },
  over: { "nav.rooms li > a": "a row leads there wherever it is pressed but on its button" },
};

type WithoutCid<Command> = Command extends { cid: number } ? Omit<Command, "cid"> : never;
type Stored = WithoutCid<Extract<CommandInput, { type: "say" | "edit" | "delete" | "react" }>>;
type See = (page: Page, screen: string) => Promise<void>;

/** Goes through screens, and tells what is wrong with any of them. */
async function foundOn(play: (see: See) => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  await play(async (page, screen) => {
    for (const each of await lookOver(page, ALLOWED)) found.push(`${screen}: ${each}`);
  });
  return found;
}

const button = (page: Page, name: string) => page.getByRole("button", { name }).first();
const open = (page: Page, panel: string) => page.locator(`[data-opens=${panel}]`).click();
const close = (page: Page) => page.locator(".panel > header button").click();

/** Says or orders something, and shows what the page answers. */
async function ask(page: Page, line: string): Promise<void> {
  await say(page, line);
  await page.locator(".note").waitFor();
}

/** Has a house serve the page in the pseudo-language. */
async function speakPseudo(house: House): Promise<() => Promise<void>> {
  const { bundle, remove } = await builtVersion(pseudoPage);
  await house.server.crash();
  house.server.bundle = bundle;
  await house.server.start();
  return remove;
}

describeInBrowser(
  "the page in the pseudo-language",
  (house) => {
    beforeAll(() => speakPseudo(house));

    const join = async (nick: string, room: string, options = PHONE) => {
      const page = await house.open(`/${room}`, options);
      await page.locator("#nick").fill(nick);
      await page.locator("#nick").press("Enter");
      await page.locator(".log[aria-busy=false]").waitFor();
      // The parts that are loaded later are there.
      await page.locator(".composer [aria-label*=Emoji]").waitFor();
      return page;
    };
    /** Somebody else, who tells of each thing that is stored which it is. */
    const someone = async (nick: string, room: string) => {
      const { wire, welcome } = await SocketWire.join(house.server.url, room, { nick });
      let cid = 0;
      const does = async (command: Stored): Promise<number> => {
        const said = { ...command, cid: ++cid };
        wire.send(said);
        const { id = 0 } = await wire.next("stored", (stored) => stored.cid === said.cid);
        return id;
      };
      return { wire, does, says: (text: string) => does({ type: "say", text }), members: welcome.members };
    };
    const admin = async (method: string, path: string, body?: unknown) => {
      const headers = { "Papo-Admin": ADMIN, "Content-Type": "application/json" };
      const url = new URL(path, house.server.url);
      return fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    };

    test("who looks it over finds what is in no catalogue, cut off, or over something else", async () => {
      const page = await house.open("about:blank", PHONE);
      await page.setContent(`
      <title>⟦Said⟧</title>
      <p>⟦Join <b>ana</b> now⟧ <b>besides</b></p>
      <p title="a tip"><img alt="a picture" /></p>
      <p>⟦half</p>
      <p style="width: 3em; overflow: hidden; white-space: nowrap">⟦as long as this⟧</p>
      <p style="width: 3em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">⟦as long as this⟧</p>
      <input placeholder="⟦so very long⟧" style="width: 2em" />
      <bdi>bob</bdi>
      <button style="position: absolute; inset-inline-start: 0; width: 60px; top: 300px">⟦a⟧</button>
      <button style="position: absolute; left: 50px; width: 60px; top: 300px">⟦b⟧</button>
      <div style="width: 400px; height: 1px"></div>`);
      expect(await lookOver(page, { others: { bdi: "" }, known: { "^papo$": "" }, over: {} })).toEqual([
        "unmarked: b.: besides",
        "unmarked: p.: a sentence of which not all is there: ⟦half",
        "unmarked: p. title: a tip",
        "unmarked: img. alt: a picture",
        "cut: p. is narrower than its text: ⟦as long as this⟧",
        "cut: input. is too narrow: ⟦so very long⟧",
        "over: button. and button.: ⟦a⟧ / ⟦b⟧",
        "scrolls sideways: 408 px",
        "mirrored, cut: p. is narrower than its text: ⟦as long as this⟧",
        "mirrored, cut: input. is too narrow: ⟦so very long⟧",
        "mirrored, scrolls sideways: 408 px",
      ]);
    });

    test("before somebody is in a room", async () => {
      const found = await foundOn(async (see) => {
        const page = await house.open("/", PHONE);
        await page.locator("#room").waitFor();
        await see(page, "first page");
        await page.locator("#nick").fill("ana");
        await page.locator("#room").fill("Bad Room");
        await page.locator("#room").press("Enter");
        await page.locator("#room-note.error").waitFor();
        await see(page, "a bad name of a room");
        await page.goto("/not/here");
        await page.locator("#room-note.error").waitFor();
        await see(page, "no such page");
        await page.goto("/r-door");
        await page.locator("form details summary").click();
        await see(page, "door");
        await page.locator("#code").fill("0000");
        await page.locator("#code").press("Enter");
        await page.locator("#code-note.error").waitFor();
        await see(page, "a bad code");
        await page.goto("/r-door");
        await page.locator("#nick").fill("x");
        await page.locator("#nick").press("Enter");
        await page.locator("#nick-note.error").waitFor();
        await see(page, "a bad nickname");
      });
      expect(found).toEqual([]);
    });

    test("in a room", async () => {
      const found = await foundOn(async (see) => {
        const page = await join("ana", "r-talk");
        await see(page, "an empty room");
        const bob = await someone("bob", "r-talk");
        const ana = bob.members.find(({ nick }) => nick === "ana")?.uid ?? "";
        const first = await bob.says("hello");
        await bob.does({ type: "say", text: "ana, psst", to: ana });
        await bob.does({ type: "say", text: "an answer", re: first });
        await bob.does({ type: "say", text: "waves", me: true });
        await bob.does({ type: "edit", id: first, text: "hello all" });
        await bob.does({ type: "delete", id: await bob.says("to go") });
        await bob.does({ type: "react", id: first, emoji: "🎉" });
        await say(page, "hello bob");
        await page.locator("article.own:not(.outgoing)").waitFor();
        await page.locator("article.deleted").waitFor();
        await see(page, "messages");
        await page.locator("article", { hasText: "hello all" }).first().click();
        await page.locator(".tools").waitFor();
        await see(page, "what can be done with a message");
        await button(page, "React").click();
        await page.locator(".tools button.emoji").first().waitFor();
        await see(page, "reactions");
        await page.keyboard.press("Escape");
        await page.locator("article.own").click();
        await button(page, "Delete").click();
        await button(page, "Keep").waitFor();
        await see(page, "whether to delete");
        await button(page, "Keep").click();
        await page.locator("article", { hasText: "hello all" }).first().click();
        await button(page, "Reply").click();
        await see(page, "a reply");
        await page.locator(".context button").click();
        await page.locator("article.own").click();
        await button(page, "Edit").click();
        await see(page, "an edit");
        await page.locator(".context button").click();
        await page.locator("textarea").fill("/");
        await page.locator("#completions").waitFor();
        await see(page, "commands that are offered");
        await page.locator("textarea").fill(":ta");
        await page.locator("#completions .emoji").first().waitFor();
        await see(page, "emoji that are offered");
        await page.locator("textarea").fill("@b");
        await page.locator("#completions").waitFor();
        await see(page, "people who are offered");
        await page.locator("textarea").fill("");
        await button(page, "Emoji").click();
        await page.locator("dialog.picker td").first().waitFor();
        await see(page, "emoji");
        await page.locator("dialog.picker input").fill("xyzzy");
        await see(page, "no emoji");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await page.locator(".to-rooms").click();
        await page.locator("nav.rooms.open").waitFor();
        await page.locator("nav.rooms li .icon-button").click();
        await see(page, "rooms");
        await page.locator("nav.rooms > button.quiet").click();
        await page.locator("#place").fill("https://elsewhere.example/room");
        await page.locator("#place").press("Enter");
        await page.locator("#place-note.error").waitFor();
        await see(page, "another room");
        await page.locator("nav.rooms > header button").click();
        await page.locator("nav.rooms.open").waitFor({ state: "detached" });
        await page.keyboard.press("Control+k");
        await page.locator("dialog.switcher input").fill("r-talker");
        await see(page, "where to go");
        await page.locator("dialog.switcher input").fill("!!");
        await see(page, "nowhere to go");
        await page.keyboard.press("Escape");
        await say(page, "/msg bob psst");
        await say(page, "/away at lunch");
        await page.locator("p.context").waitFor();
        bob.wire.send({ type: "typing" });
        await see(page, "away");
        await open(page, "people");
        await page.locator(".panel summary", { hasText: "ana" }).click();
        await see(page, "oneself among the people");
        await page.locator(".panel summary", { hasText: "bob" }).click();
        await see(page, "somebody among the people");
        await button(page, "Make mod").click();
        await see(page, "whether to make a mod");
        await button(page, "Cancel").click();
        await button(page, "Write privately").click();
        await page.locator(".composer.private").waitFor();
        await see(page, "a private talk");
        await page.goBack();
      });
      expect(found).toEqual([]);
    });

    test("panels", async () => {
      const found = await foundOn(async (see) => {
        const page = await join("ana", "r-panels");
        const bob = await someone("bob", "r-panels");
        await bob.says("a needle");
        await bob.says("to ana");
        await open(page, "search");
        await page.locator("#text").fill("nothing at all");
        await page.locator("#text").press("Enter");
        await page.locator(".panel [role=status]", { hasText: "found" }).waitFor();
        await see(page, "nothing found");
        await page.locator("#text").fill("needle");
        await page.locator("#text").press("Enter");
        await page.locator(".found").waitFor();
        await see(page, "found");
        await close(page);
        await open(page, "people");
        await button(page, "Bring somebody").click();
        await page.locator(".copy-line").first().waitFor();
        await button(page, "QR code").click();
        await page.locator("details summary", { hasText: "invitation" }).click();
        await see(page, "to invite");
        await button(page, "Make the link").click();
        await page.locator(".made svg path").first().waitFor({ state: "attached" });
        await see(page, "an invitation");
        await close(page);
        await open(page, "about");
        await page.locator(".panel details summary").click();
        await see(page, "settings");
        await button(page, "Set the topic").click();
        await page.locator(".note input").waitFor();
        await see(page, "a question");
        await page.locator(".note input").fill("all about bees");
        await page.keyboard.press("Enter");
        await page.locator(".topic").waitFor();
        await say(page, "/slow 30");
        await say(page, "/slow off");
        await open(page, "about");
        await button(page, "What was done").click();
        await page.locator(".deeds li").first().waitFor();
        await see(page, "acts");
        await close(page);
        await open(page, "about");
        await button(page, "Delete messages").click();
        await page.locator(".deeds input").first().check();
        await see(page, "to delete several");
        await page.locator(".panel .danger").click();
        await page.locator(".sure").waitFor();
        await see(page, "whether to delete several");
        await page.locator(".sure .danger").click();
        await page.locator(".panel [role=status]", { hasText: "deleted" }).waitFor();
        await see(page, "several deleted");
        await close(page);
        await open(page, "people");
        await page.locator(".panel summary", { hasText: "bob" }).click();
        await button(page, "Kick…").click();
        await page.locator(".note input").waitFor();
        await see(page, "to kick");
        await page.keyboard.press("Escape");
        await open(page, "people");
        await page.locator(".panel summary", { hasText: "bob" }).click();
        await button(page, "Ban…").click();
        await page.locator("#reason").fill("enough");
        await page.locator("[name=network]").check();
        await page.locator("[name=hide]").check();
        await see(page, "to ban");
        await button(page, "Go on").click();
        await see(page, "whether to ban");
        await page.locator(".panel .danger").click();
        await page.locator(".deeds li").first().waitFor();
        await see(page, "bans");
      });
      expect(found).toEqual([]);
    });

    test("what is ordered and answered", async () => {
      const found = await foundOn(async (see) => {
        const page = await join("ana", "r-orders");
        const bob = await someone("bob", "r-orders");
        await bob.says("hello");
        const lines = [
          ...[
            "/help",
            "/help lock",
            "/help xyz",
            "/xyz",
            "/helo",
            "/names",
            "/topic",
            "/whois bob",
            "/whois eve",
          ],
          ...[
            "/notify",
            "/notify mute 1h",
            "/notify unmute",
            "/notify quiet 22:00-07:00",
            "/notify xyz",
            "/notify mute x",
          ],
          ...[
            "/hooks",
            "/hook ci",
            "/hooks",
            "/unhook ci",
            "/hook Bad Name",
            "/bans",
            "/acts",
            "/acts 0",
            "/ignore",
            "/ignore bob",
            "/ignore bob",
            "/ignore ana",
          ],
          ...[
            "/history 0",
            "/history 1000",
            "/history more",
            "/search",
            "/search xyz",
            "/slow 9999",
            "/react xyz",
            "/unreact",
            "/reply",
          ],
          ...[
            "/edit ^9 x",
            "/delete ^9",
            "/msg eve hi",
            "/nick x",
            "/lock now",
            "/invite 9999",
            "/invite",
            "/unban eve",
            "/allow eve",
            "/op eve",
            "/ban eve --for x y",
            "/me",
            "/link no",
            "/unread",
          ],
        ];
        for (const line of lines) {
          await ask(page, line);
          await see(page, line);
          await page.locator(".note > button").click();
        }
        await ask(page, "/hook r-ci");
        const [hook = ""] = /http\S+/.exec(`${await page.locator(".note p").textContent()}`) ?? [];
        for (const username of ["", "Grafana"])
          await fetch(hook, { method: "POST", body: JSON.stringify({ text: "built", username }) });
        await page.locator(".by .badge").nth(1).waitFor();
        await see(page, "what a hook brings");
        await ask(page, "/link enter");
        await see(page, "/link enter");
        await page.locator(".note input").fill("0000");
        await page.keyboard.press("Enter");
        await page.locator(".note.complaint").waitFor();
        await see(page, "a code with a slip");
        await ask(page, "/lock");
        await page.locator(".note input").fill("x");
        await page.keyboard.press("Enter");
        await page.locator(".note.complaint").waitFor();
        await see(page, "a bad passphrase");
        await ask(page, "/lock");
        await page.locator(".note input").fill("opensesame");
        await page.keyboard.press("Enter");
        await page.locator("header .icon[aria-label*=locked]").waitFor();
        await see(page, "a locked room");
        await say(page, "/slow 30");
        const eve = await house.open("/r-orders", PHONE);
        await eve.locator("#nick").fill("eve");
        await eve.locator("#nick").press("Enter");
        await eve.locator("#key").waitFor();
        await see(eve, "a passphrase");
        await eve.locator("#key").fill("wrong one");
        await eve.locator("#key").press("Enter");
        await eve.locator("#key-note", { hasText: "⟦" }).waitFor();
        await see(eve, "a wrong passphrase");
        await eve.locator("#key").fill("opensesame");
        await eve.locator("#key").press("Enter");
        await eve.locator(".log[aria-busy=false]").waitFor();
        await eve.locator(".under", { hasText: "⟦" }).waitFor();
        await see(eve, "slow mode");
        await say(eve, "one");
        await say(eve, "two");
        await see(eve, "patience");
        await say(eve, "/link");
        await eve.locator(".panel details[open] code").waitFor();
        await see(eve, "settings of a member, with a code");
      });
      expect(found).toEqual([]);
    });

    test("files", async () => {
      const found = await foundOn(async (see) => {
        const page = await join("ana", "r-files");
        const input = page.locator("input[type=file][multiple]");
        const picture = {
          name: "shot.png",
          mimeType: "image/png",
          buffer: Buffer.from(png({ width: 300, height: 200 })),
        };
        await input.setInputFiles([
          picture,
          { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes\n") },
          { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.from("") },
        ]);
        await page.locator(".tray li").nth(1).waitFor();
        await page.locator(".note").waitFor();
        await see(page, "files to send");
        await page.locator(".note > button").click();
        await input.setInputFiles([
          { ...picture, name: "large.bin", mimeType: "x/y", buffer: Buffer.alloc(200_001) },
        ]);
        await page.locator(".note").waitFor();
        await see(page, "a file that is too large");
        await page.locator("textarea").fill("look");
        await page.keyboard.press("Enter");
        await page.locator("article:not(.outgoing) img").first().waitFor();
        await input.setInputFiles([{ ...picture, name: "other.png" }]);
        await page.locator(".tray li").first().waitFor();
        await page.locator("textarea").press("Enter");
        await page.locator("article:not(.outgoing) img").nth(1).waitFor();
        await see(page, "files that were sent");
        await page.locator("article img").first().click();
        await page.locator("dialog.viewer img").waitFor();
        await see(page, "a picture");
        await page.keyboard.press("Escape");
        await page.route("**/files?name=*", () => {});
        await input.setInputFiles([picture]);
        await page.locator(".tray li").first().waitFor();
        await page.locator("textarea").press("Enter");
        await page.locator(".upload").waitFor();
        await see(page, "a file on its way");
      });
      expect(found).toEqual([]);
    });

    test("without its later parts", async () => {
      const found = await foundOn(async (see) => {
        const page = await house.open("/r-parts", PHONE);
        await page.locator("#nick").fill("ana");
        const first = (await page.content()).match(/app-\w+\.js/g) ?? [];
        await page.route(/app-\w+\.js/, (route) =>
          first.some((name) => route.request().url().endsWith(name))
            ? route.continue()
            : route.fulfill({ status: 404 }),
        );
        await page.locator("#nick").press("Enter");
        await page.locator(".log[aria-busy=false]").waitFor();
        await say(page, "hello");
        await page.locator("article.own:not(.outgoing)").click();
        await see(page, "a message that nothing can be done with");
        await say(page, "/topic kept");
        await page.locator(".note").waitFor();
        await see(page, "an order that can't be done");
        await page.locator(".note > button").click();
        await open(page, "people");
        await see(page, "a panel that is not there");
      });
      expect(found).toEqual([]);
    });

    test("coming back, being offline, and going", async () => {
      const found = await foundOn(async (see) => {
        const bob = await someone("bob", "r-ways");
        const page = await join("ana", "r-ways");
        page.on("dialog", (dialog) => void dialog.accept());
        await bob.says("before");
        await page.locator("article", { hasText: "before" }).waitFor();
        await page.goto("about:blank");
        const lines = Array.from({ length: 100 }, (_, at) => (at === 30 ? "ana: look" : `line ${at}`));
        for (let round = 0; round < 11; round++) await Promise.all(lines.map((line) => bob.says(line)));
        for (const nick of ["eve", "dan", "kim", "lee"])
          (await someone(nick, "r-ways")).wire.send({ type: "leave" });
        await page.goto("/r-ways");
        await page.locator(".missed").waitFor();
        await see(page, "what was missed");
        await button(page, "Go to the first").click();
        await page.locator(".pill").waitFor();
        await see(page, "the first of what was missed");
        await page.locator(".pill").click();
        await see(page, "many who came and went");
        await house.server.crash();
        await page.locator(".banner button").waitFor();
        await say(page, "later");
        await page.locator("article.waiting").waitFor();
        await see(page, "offline");
        await house.server.start();
        await page.reload();
        await page.locator("article.own:not(.outgoing)", { hasText: "later" }).waitFor();
        const tab = await page.context().newPage();
        await page.locator(".to-rooms").click();
        await page.locator("nav.rooms li .icon-button").click();
        await button(page, "Leave").click();
        await page.locator(".gate").waitFor();
        await see(page, "left");
        await tab.close();
        const boss = await someone("ana", "r-order");
        const kicked = await join("eve", "r-order");
        const banned = await join("dan", "r-order");
        for (const [other, nick, order] of [
          [kicked, "eve", "kick"],
          [banned, "dan", "ban"],
        ] as const) {
          boss.wire.send({ type: order, who: nick, reason: "enough" });
          await other.locator(".gate").waitFor();
          await see(other, order);
        }
        await banned.reload();
        await banned.locator(".gate").waitFor();
        await see(banned, "banned before");
        const moved = await house.open("/r-moved", PHONE);
        const joined = new Promise<CommandInput>((resolve) => {
          moved.on("websocket", (socket) =>
            socket.on("framesent", ({ payload }) => resolve(JSON.parse(`${payload}`))),
          );
        });
        await moved.locator("#nick").fill("ana");
        await moved.locator("#nick").press("Enter");
        await moved.locator(".log[aria-busy=false]").waitFor();
        (await SocketWire.open(house.server.url, "r-moved")).send(await joined);
        await moved.locator(".gate").waitFor();
        await see(moved, "open elsewhere");
        const erased = await join("eve", "r-erased");
        await admin("DELETE", "/api/rooms/r-erased");
        await erased.locator(".gate").waitFor();
        await see(erased, "erased");
        const shut = await join("eve", "r-shut");
        for (const door of ["closed", "invited"]) {
          await admin("PUT", "/api/door", { door });
          if (door === "closed") await shut.locator(".gate").waitFor();
          else await button(shut, "Try again").click();
          await shut.locator(door === "closed" ? ".gate" : "#link").waitFor();
          await see(shut, `the door is ${door}`);
        }
        const stranger = await house.open("/r-elsewhere#pass=damaged", PHONE);
        await stranger.locator("#link").fill("nothing");
        await stranger.locator("#link").press("Enter");
        await see(stranger, "a damaged invitation");
        await admin("PUT", "/api/door", { door: "open" });
      });
      expect(found).toEqual([]);
    });
  },
  { FILE_BYTES: "200000", PASS_SECRET: "a secret that signs the passes of these tests", ADMIN_TOKEN: ADMIN },
);

describeInBrowser(
  "the page in the pseudo-language, where not everybody makes rooms",
  (house) => {
    beforeAll(() => speakPseudo(house));

    test("in front of no room", async () => {
      const found = await foundOn(async (see) => {
        const page = await house.open("/r-nowhere", PHONE);
        await page.locator(".gate [role=alert]").waitFor();
        await see(page, "no such room");
      });
      expect(found).toEqual([]);
    });
  },
  { NEW_ROOMS: "pass", PASS_SECRET: "a secret that signs the passes of these tests", ADMIN_TOKEN: ADMIN },
);
