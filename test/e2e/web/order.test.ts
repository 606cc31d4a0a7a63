import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../../support/axe.ts";
import { describeInBrowser, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

async function openPerson(page: Page, nick: string): Promise<void> {
  await page.locator("summary", { hasText: nick }).click();
}

/** Presses a button as a keyboard does. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}

describeInBrowser("order", (house) => {
  test("moderation is within reach of who may, and invisible to who may not", async () => {
    const ana = await house.join("ana", "order");
    const bob = await house.join("bob", "order");
    const eve = await house.join("eve", "order");
    await openPerson(bob, "eve");
    await bob.getByRole("button", { name: "Write privately" }).waitFor();
    for (const name of ["Kick…", "Ban…", "Make mod", "Delete messages…"]) {
      await expect.poll(() => bob.getByRole("button", { name }).count()).toBe(0);
    }
    await bob.getByRole("button", { name: "Settings" }).click();
    await expect.poll(() => bob.getByRole("button", { name: "Set the topic…" }).count()).toBe(0);

    await openPerson(ana, "bob");
    await ana.getByRole("button", { name: "Make mod" }).click();
    await ana.getByText("Make bob a mod?").waitFor();
    expect(await violations(ana)).toEqual([]);
    await ana.getByRole("button", { name: "Cancel" }).click();
    await ana.getByRole("button", { name: "Make mod" }).click();
    await ana.getByRole("button", { name: "Make mod" }).click();
    await bob.getByRole("button", { name: "Set the topic…" }).click();
    await bob.getByLabel("What is this room about?").fill("Order");
    await bob.keyboard.press("Enter");
    await eve.locator(".topic", { hasText: "Order" }).waitFor();
    await expect.poll(() => bob.getByRole("button", { name: "Lock…" }).count()).toBe(0);

    await bob.getByRole("button", { name: "People" }).click();
    await openPerson(bob, "eve");
    await expect.poll(() => bob.getByRole("button", { name: /^Make/ }).count()).toBe(0);
    await bob.getByRole("button", { name: "Kick…" }).click();
    await bob.keyboard.type("be kind");
    await bob.keyboard.press("Enter");
    await eve.getByText("bob did that: “be kind”.").waitFor();
    await eve.getByRole("button", { name: "Join again" }).click();
    await eve.getByRole("log").waitFor();

    await ana.getByRole("button", { name: "Settings" }).click();
    await ana.getByRole("button", { name: "Lock…" }).click();
    await ana.getByLabel("Passphrase for this room").fill("open sesame");
    await ana.keyboard.press("Enter");
    await ana.getByRole("img", { name: "locked" }).waitFor();
    const carol = await house.open("/order");
    await carol.getByLabel("Your nickname").fill("carol");
    await carol.getByRole("button", { name: "Join", exact: true }).click();
    await carol.getByLabel("Passphrase").fill("open seseme");
    await carol.getByRole("button", { name: "Join", exact: true }).click();
    await carol.getByText("That is not this room's passphrase.").waitFor();
    await carol.getByLabel("Passphrase").fill("open sesame");
    await carol.getByRole("button", { name: "Join", exact: true }).click();
    await carol.getByRole("log").waitFor();

    await say(ana, "/slow 30");
    await carol.getByText("one message every 30 s").waitFor();
    await ana.getByRole("button", { name: "People" }).click();
    await openPerson(ana, "eve");
    await ana.getByRole("button", { name: "Ban…" }).click();
    await ana.locator('[name="reason"]:focus').waitFor();
    await ana.keyboard.type("be gone");
    await ana.keyboard.press("Enter");
    await ana.locator(".sure p:focus", { hasText: "Ban eve for good?" }).waitFor();
    await ana.keyboard.press("Tab");
    await ana.keyboard.press("Enter");
    await eve.getByText("You are banned from order").waitFor();
    await eve.reload();
    await eve.getByText("“be gone”").waitFor();
    await expect.poll(() => eve.getByRole("button", { name: "Join again" }).count()).toBe(0);
    await bob.getByRole("button", { name: "Settings" }).click();
    await bob.getByRole("button", { name: "Who is banned?" }).click();
    await bob.locator(".deeds", { hasText: "eve" }).waitFor();
    await say(ana, "/deop bob");
    await bob.getByRole("complementary", { name: "People" }).waitFor();
    await expect.poll(() => bob.locator(".deeds").count()).toBe(0);
  });

  test("messages are picked and deleted, a person is put out, and all of it is told, by the keyboard alone", async () => {
    const ana = await house.join("ana", "tidy");
    const bob = await house.join("bob", "tidy");
    const { wire } = await SocketWire.join(house.server.url, "tidy", { nick: "spam01" });
    const texts = Array.from({ length: 35 }, (_, at) => `buy ${at + 1}`);
    wire.send(...texts.map((text, at) => ({ type: "say", cid: at + 1, text }) as const));
    await bob.locator("article", { hasText: "buy 35" }).hover();
    await bob.locator(".tools").waitFor();
    await expect.poll(() => bob.getByRole("button", { name: "Delete several…" }).count()).toBe(0);

    await ana.locator("article", { hasText: "buy 35" }).waitFor();
    await ana.keyboard.press("PageUp");
    await press(ana, "Delete several…");
    await ana.locator("h2:focus", { hasText: "Delete messages" }).waitFor();
    await expect.poll(() => ana.getByRole("checkbox", { checked: true }).count()).toBe(1);
    await press(ana, "Pick all");
    await press(ana, "Delete 35 messages");
    expect(await violations(ana)).toEqual([]);
    await press(ana, "Back");
    await ana.getByRole("checkbox", { name: "buy 34" }).press("Space");
    expect(await violations(ana)).toEqual([]);
    await press(ana, "Delete 34 messages");
    await ana.locator(".sure p:focus").waitFor();
    await ana.keyboard.press("Tab");
    await ana.keyboard.press("Enter");
    await bob.locator("article.deleted").nth(33).waitFor();
    await bob.locator("article:not(.deleted)", { hasText: "buy 34" }).waitFor();

    await press(ana, "Settings");
    await press(ana, "What was done to keep order?");
    const deeds = ana.locator(".deeds li");
    await deeds.nth(29).waitFor();
    await press(ana, "Show older ones");
    await deeds.nth(33).waitFor();
    await say(ana, "/topic Tidy");
    await deeds.first().getByText("ana set the topic: Tidy").waitFor();
    await expect.poll(() => deeds.count()).toBe(35);

    const eve = await house.join("eve", "tidy");
    await press(ana, "People, 4 here");
    await openPerson(ana, "eve");
    await press(ana, "Ban…");
    await ana.getByLabel("For how long").selectOption("24");
    await ana.getByLabel("Their network too").press("Space");
    await press(ana, "Go on");
    await ana.getByText("Nobody new comes in from their network.").waitFor();
    await press(ana, "Back");
    await expect.poll(() => ana.getByLabel("Their network too").isChecked()).toBe(true);
    await press(ana, "Go on");
    await ana.getByText("Ban eve for 1 day?").waitFor();
    await press(ana, "Ban eve");
    await eve.getByText("You are banned from tidy").waitFor();
    await ana.locator(".badge", { hasText: /^until/ }).waitFor();

    const zoe = await house.open("/tidy");
    await zoe.getByLabel("Your nickname").fill("zoe");
    await press(zoe, "Join");
    await zoe.getByText("Somebody of your network was banned").waitFor();
    await press(ana, "Settings");
    await press(ana, "Who is banned?");
    await press(ana, "Let in zoe");
    await ana.getByText("Kept out for their network alone").waitFor({ state: "detached" });
    await zoe.reload();
    await zoe.getByRole("log").waitFor();
  });
});
