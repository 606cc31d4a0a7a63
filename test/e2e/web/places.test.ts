import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, drawn, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 360, height: 640 } };

/** What is asked for again and again until it is so. */

/** How the places in the list are called, from the first to the last. */
function places(page: Page): Promise<string[]> {
  return page
    .getByRole("navigation", { name: "Rooms" })
    .locator(".entry a > .unseen, .entry a > :first-child.name")
    .allTextContents();
}

/** Resolves once the list reads so. */
async function lists(page: Page, ...names: string[]): Promise<void> {
  await expect.poll(() => places(page)).toEqual(names);
}

/** Resolves once the window's title is so. */
async function titled(page: Page, title: string): Promise<void> {
  await expect.poll(() => page.title()).toBe(title);
}

/** Goes to a room by typing its name. */
async function switchTo(page: Page, room: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(room);
  await page.keyboard.press("Enter");
  await inRoom(page, room);
}

async function inRoom(page: Page, room: string): Promise<void> {
  await page.getByRole("log", { name: `Messages in ${room}` }).waitFor();
  await page.locator(".log[aria-busy=false]").waitFor();
  await page.locator(".entry.current").waitFor({ state: "attached" });
}

describeInBrowser("several rooms in one window", (house) => {
  async function talker(room: string, nick = "bob") {
    const { wire, welcome } = await SocketWire.join(house.server.url, room, { nick });
    let cid = 0;
    const talk = async (...said: (string | { text: string; to: string })[]) => {
      const says = said.map((each) => (typeof each === "string" ? { text: each } : each));
      wire.send(...says.map((each) => ({ type: "say" as const, cid: ++cid, ...each })));
      await wire.when(({ events }) => events.some((event) => event.type === "stored" && event.cid === cid));
    };
    return { wire, welcome, talk };
  }

  test("four rooms: added, counted, gone through by keys and back; a second window is its own", async () => {
    // Its address, as some write it.
    const ana = await house.join("ana", "lobby/", WIDE);
    expect(new URL(ana.url()).pathname).toBe("/lobby");
    const list = ana.getByRole("navigation", { name: "Rooms" });
    await list.getByRole("button", { name: "Add a room…" }).click();
    const field = list.getByLabel("Name of a room, or a link");
    for (const [written, complaint] of [
      ["Bad Room", "A room's name has"],
      ["https://elsewhere.example/dev", "another server"],
    ] as const) {
      await field.fill(written);
      await ana.keyboard.press("Enter");
      await list.locator(".error", { hasText: complaint }).waitFor();
    }
    await field.fill(new URL("/dev", house.server.url).href);
    await ana.keyboard.press("Enter");
    await inRoom(ana, "dev");
    await say(ana, "first in dev");
    await ana.locator("textarea").fill("half a thought");
    await switchTo(ana, "noise");
    await switchTo(ana, "ops");
    expect(new URL(ana.url()).pathname).toBe("/ops");
    await lists(ana, "lobby", "dev", "noise", "ops");
    await list.locator('a[href="/dev"][aria-description="with a draft"]').waitFor();

    const [dev, lobby, noise] = [await talker("dev"), await talker("lobby"), await talker("noise")];
    await dev.talk("hello", "ana: look");
    await lobby.talk("good morning");
    await lists(ana, "lobby, 1 unread", "dev, 2 unread, 1 mention", "noise", "ops");
    await list.getByText("bob: ana: look").waitFor();
    await titled(ana, "(3) ops");

    // What is muted counts in the list alone, and is no place to be led to.
    await list.locator(".entry", { hasText: "noise" }).hover();
    await list.getByRole("button", { name: "Arrange noise" }).click();
    await list.getByLabel("Tell me of noise").selectOption("nothing");
    await noise.talk("la la la");
    await lists(ana, "lobby, 1 unread", "dev, 2 unread, 1 mention", "noise, 1 unread, muted", "ops");
    await list.getByRole("button", { name: "Move up" }).click();
    await list.getByRole("link", { name: "noise" }).focus();
    await ana.keyboard.press("Alt+Shift+ArrowUp");
    await lists(ana, "noise, 1 unread, muted", "lobby, 1 unread", "dev, 2 unread, 1 mention", "ops");
    await titled(ana, "(3) ops");
    await ana.locator("textarea").focus();
    await ana.keyboard.press("Alt+ArrowUp");
    await inRoom(ana, "dev");
    await ana.keyboard.press("Alt+ArrowDown");
    await inRoom(ana, "lobby");
    await lists(ana, "noise, 1 unread, muted", "lobby", "dev", "ops");
    await titled(ana, "lobby");

    // Back goes back, with what was begun there.
    await ana.goBack();
    await inRoom(ana, "dev");
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("half a thought");
    await ana.goForward();
    await inRoom(ana, "lobby");

    // A narrow window of the same person goes its own way, with the same list.
    const phone = await ana.context().newPage();
    await phone.setViewportSize(NARROW.viewport);
    await phone.goto("/ops");
    await phone.locator(".log[aria-busy=false]").waitFor();
    await ana.getByText("ana joined").waitFor({ state: "detached" });
    await dev.talk("for both");
    await phone.getByRole("button", { name: "Rooms, 1 unread elsewhere" }).click();
    await phone.locator(".rooms.open [aria-current=page]:focus").waitFor();
    await lists(phone, "noise, 1 unread, muted", "lobby", "dev, 1 unread", "ops");
    await expect.poll(() => phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
    // A window that is turned has beside the talk what lay over it, and the other way round.
    await phone.goBack();
    await phone.getByRole("button", { name: /^People/ }).click();
    await phone.locator("main[inert]").waitFor();
    await phone.setViewportSize(WIDE.viewport);
    await phone.locator("main:not([inert])").waitFor();
    await phone.setViewportSize(NARROW.viewport);
    await phone.locator("main[inert]").waitFor();
    await phone.goBack();
    await phone.locator("main:not([inert])").waitFor();
    await phone.getByRole("button", { name: "Rooms, 1 unread elsewhere" }).click();
    // Back takes the list away, and not the room.
    await phone.goBack();
    await phone.locator(".rooms.open").waitFor({ state: "detached" });
    await phone.getByRole("button", { name: "Rooms, 1 unread elsewhere" }).click();
    await phone.getByRole("link", { name: "dev, 1 unread" }).click();
    await inRoom(phone, "dev");
    await phone.getByText("for both").waitFor();
    expect(new URL(ana.url()).pathname).toBe("/lobby");
    // What was read on one is read on the other.
    await lists(ana, "noise, 1 unread, muted", "lobby", "dev", "ops");
    await phone.goBack();
    await inRoom(phone, "ops");

    // A link to a room of this server opens here.
    await say(ana, `come to ${new URL("/dev", house.server.url).href}`);
    await ana.locator("article a").click();
    await inRoom(ana, "dev");
    // What is left is gone from both.
    await list.getByRole("button", { name: "Leave", exact: true }).click();
    await lists(ana, "lobby", "dev", "ops");
    await expect.poll(() => phone.locator(".entry").count()).toBe(3);
    await noise.wire.when(({ events }) =>
      events.some((event) => event.type === "left" && event.nick === "ana"),
    );

    // A reload comes back to all of it.
    await ana.reload();
    await inRoom(ana, "dev");
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("half a thought");
    await lists(ana, "lobby", "dev", "ops");
    await lobby.talk("after the reload");
    await lists(ana, "lobby, 1 unread", "dev", "ops");
    // What was begun outlives its window.
    await ana.close();
    const later = await phone.context().newPage();
    await later.goto("/dev");
    await inRoom(later, "dev");
    await expect.poll(() => later.locator("textarea").inputValue()).toBe("half a thought");
  });

  test("a private talk is a place of its own, from which nothing goes to all", async () => {
    const bob = await talker("desk");
    const ana = await house.join("ana", "desk", WIDE);
    await inRoom(ana, "desk");
    const list = ana.getByRole("navigation", { name: "Rooms" });
    await switchTo(ana, "other");
    const { uid: to } = await bob.wire.next("joined", ({ nick }) => nick === "ana");
    await bob.talk("to all", { text: "to you alone", to });
    await lists(ana, "desk, 1 unread", "private, bob, 1 unread", "other");
    await ana.getByRole("link", { name: "private, bob, 1 unread" }).click();
    const log = ana.getByRole("log", { name: "Private messages with bob" });
    await log.getByText("to you alone").waitFor();
    await expect.poll(() => log.locator("article").count()).toBe(1);
    await lists(ana, "desk, 1 unread", "private, bob", "other");
    await ana.keyboard.press("Escape");
    await say(ana, "an answer");
    await log.locator("article.private", { hasText: "an answer" }).waitFor();
    await bob.wire.when(({ texts }) => texts.includes("an answer"));

    // A reload comes back to the talk, and Back leads out of it.
    await ana.locator("textarea").fill("begun in private");
    await ana.reload();
    await log.getByText("an answer").waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("begun in private");
    await list.getByRole("link", { name: "desk, 1 unread" }).click();
    await inRoom(ana, "desk");
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("");
    await ana.getByText("to all", { exact: true }).waitFor();
    await ana.goBack();
    await log.waitFor();
    // Turning to everyone shows everyone's place.
    await ana.getByRole("button", { name: "Write to everyone again" }).click();
    await inRoom(ana, "desk");
    await expect
      .poll(() => ana.locator("textarea").getAttribute("aria-label"))
      .toBe("Message everyone in desk");
    await ana.goBack();
    await log.waitFor();
    bob.wire.send({ type: "leave" });
    await ana.getByText("who is not here").waitFor();
    await ana.keyboard.press("Enter");
    await ana.getByText("bob is not here, so nobody would receive this.").waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("begun in private");
  });

  test("a room that lets nobody in disturbs no other", async () => {
    const owner = await talker("closed", "olga");
    const ana = await house.join("ana", "closed", WIDE);
    await inRoom(ana, "closed");
    await switchTo(ana, "fine");
    owner.wire.send({ type: "ban", who: "ana", reason: "\u202espam" });
    await lists(ana, "closed, you are banned", "fine");
    const fine = await talker("fine");
    await fine.talk("all is well");
    await ana.getByText("all is well").waitFor();
    await ana.getByRole("link", { name: "closed, you are banned" }).click();
    await ana.getByText("You are banned from closed").waitFor();
    // No reason changes the order of the words around it.
    await ana.locator(".lead bdi", { hasText: "spam" }).waitFor();
    await ana.reload();
    await ana.getByText("You are banned from closed").waitFor();
    await ana.getByRole("link", { name: "fine" }).click();
    await inRoom(ana, "fine");
    await ana.getByText("all is well").waitFor();

    // Of more rooms than a window may be in, none goes out of the list.
    const many = Array.from({ length: 22 }, (_, index) => `many-${index + 1}`);
    await ana.evaluate(
      `for (const room of ${JSON.stringify(many)}) localStorage.setItem('papo:token:' + room, localStorage['papo:token:fine']); localStorage.setItem('papo:rooms', '${many.join(" ")}')`,
    );
    await ana.goto("/many-1");
    await inRoom(ana, "many-1");
    await lists(ana, ...many);
    for (const room of many.slice(20)) {
      await ana.getByRole("link", { name: room, exact: true }).click();
      await inRoom(ana, room);
    }
    await lists(ana, ...many);
  });

  test("another device knows what was read, and reads for the first", async () => {
    const bob = await talker("shared");
    const ana = await house.join("ana", "shared", WIDE);
    await inRoom(ana, "shared");
    // How far one has read is told once a second: of two, the second might come too late for the phone.
    await bob.talk("one");
    await ana.getByText("one", { exact: true }).waitFor();
    await drawn(ana);
    await switchTo(ana, "aside");
    await bob.talk("three", "ana: four");
    await lists(ana, "shared, 2 unread, 1 mention", "aside");
    // The same person on a device that has never been here.
    const token = await ana.evaluate("localStorage.getItem('papo:token:shared')");
    const phone = await house.open("/", NARROW);
    await phone.evaluate(`localStorage.setItem('papo:token:shared', ${JSON.stringify(token)})`);
    await phone.evaluate("localStorage.setItem('papo:nick', 'ana')");
    await phone.goto("/shared");
    const line = phone.locator(".line.unread");
    await line.waitFor();
    await expect.poll(() => line.evaluate((each) => each.nextElementSibling.textContent)).toContain("three");
    await lists(ana, "shared", "aside");
    await titled(ana, "aside");
    // What is private is read there, too.
    const { uid: to } = await bob.wire.next("joined", ({ nick }) => nick === "ana");
    await bob.talk({ text: "psst", to });
    await phone.getByText("psst").waitFor();
    await ana.getByRole("link", { name: "private, bob" }).waitFor();
    await lists(ana, "shared", "private, bob", "aside");
    await titled(ana, "aside");
  });

  test("each room stands where it was read, and opens at the first unread", async () => {
    const lines = Array.from({ length: 80 }, (_, index) => `line ${index + 1}`);
    const bob = await talker("long");
    await bob.talk(...lines);
    const ana = await house.join("ana", "long", WIDE);
    await inRoom(ana, "long");
    const topOf = (key: string) =>
      ana.locator(`[data-key="${key}"]`).evaluate((row) => row.getBoundingClientRect().top);
    await ana.getByRole("log").evaluate((log) => log.scrollBy(0, -500));
    await ana.locator(".pill").waitFor();
    await drawn(ana);
    const before = await topOf("m60");
    await switchTo(ana, "short");
    await switchTo(ana, "long");
    await drawn(ana);
    expect(Math.abs((await topOf("m60")) - before)).toBeLessThanOrEqual(1);
    await ana.locator(".pill").click();
    await ana.locator(".pill").waitFor({ state: "detached" });
    await switchTo(ana, "short");
    await bob.talk("a first word", ...lines.map((line) => `${line} anew`));
    await lists(ana, "long, 81 unread", "short");
    await ana.keyboard.press("Alt+ArrowDown");
    await inRoom(ana, "long");
    await ana.locator(".line.unread").waitFor();
    const log = await ana.getByRole("log").boundingBox();
    const line = await ana.locator(".line.unread").boundingBox();
    expect(Math.abs((line?.y ?? 0) - (log?.y ?? 0))).toBeLessThanOrEqual(2);
    // To read on is to have read.
    await ana.getByRole("log").evaluate((box) => box.scrollBy(0, 300));
    await expect.poll(() => ana.title()).not.toBe("(81) long");
    await ana.locator(".pill").click();
    await titled(ana, "long");
  });
});
