import { expect, test } from "vitest";
import { describeInBrowser, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

describeInBrowser("reactions and completion", (house) => {
  test("a message is reacted to by pointer, by keyboard, by typing and by touch, and says who did", async () => {
    const ana = await house.join("ana", "react");
    const bob = await house.join("bob", "react", { hasTouch: true, viewport: { width: 360, height: 640 } });
    await say(ana, "cake?");
    const hers = ana.locator("article", { hasText: "cake?" });
    const his = bob.locator("article", { hasText: "cake?" });
    // By touch, from the message's tools.
    await his.locator(".text").tap();
    await bob.getByRole("button", { name: "React" }).tap();
    await bob.getByRole("group", { name: "React with" }).getByText("🎉").tap();
    const pill = hers.getByRole("button", { name: "🎉 1" });
    await pill.waitFor();
    await expect.poll(() => pill.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => pill.getAttribute("aria-description")).toBe("bob");
    // By keyboard on the pill, who has reacted is told, too.
    await pill.focus();
    await hers.locator(".who", { hasText: "bob" }).waitFor();
    await ana.keyboard.press("Enter");
    await his.getByRole("button", { name: "🎉 2" }).waitFor();
    await hers.locator(".who", { hasText: "you and bob" }).waitFor();
    // By typing, to the newest of somebody else.
    await bob.locator("textarea").fill("+:thumbsup:");
    await bob.locator("textarea").press("Enter");
    await hers.getByRole("button", { name: "👍 1" }).waitFor();
    await expect.poll(() => bob.locator("textarea").inputValue()).toBe("");
    // What was used last is at hand first.
    await bob.getByRole("button", { name: "React" }).tap();
    const hand = bob.getByRole("group", { name: "React with" }).locator("button.emoji");
    await expect.poll(() => hand.allTextContents()).toEqual(["👍", "🎉", "❤️", "😂", "😮", "🙏"]);
    await expect.poll(() => hand.first().getAttribute("aria-pressed")).toBe("true");
    await bob.keyboard.press("Escape");
    // Taken back by a press, and gone with the message.
    await his.getByRole("button", { name: "👍 1" }).tap();
    await expect.poll(() => hers.locator(".reaction").allTextContents()).toEqual(["🎉 2"]);
    await ana.locator("textarea").fill("/delete");
    await ana.locator("textarea").press("Enter");
    await bob.locator("article.deleted").waitFor();
    await expect.poll(() => bob.locator(".reaction").count()).toBe(0);
  });

  test("people, emoji and commands are completed while one types, and emoji chosen from all", async () => {
    const ana = await house.join("ana", "complete");
    await SocketWire.join(house.server.url, "complete", { nick: "田中さん", token: "t".repeat(22) });
    const { wire } = await SocketWire.join(house.server.url, "complete", { nick: "Bobby" });
    wire.send({ type: "say", cid: 1, text: "hello" });
    await ana.getByText("hello").waitFor();
    const field = ana.locator("textarea");
    const options = ana.getByRole("listbox").getByRole("option");
    const type = async (...keys: string[]) => {
      for (const key of keys) await ana.keyboard.press(key);
    };
    await field.focus();
    // Who has spoken comes first; Esc closes the list, and clears nothing.
    await ana.keyboard.type("@");
    await expect.poll(() => options.allTextContents()).toEqual(["BoBobby", "田中田中さん"]);
    await type("Escape");
    await expect.poll(() => options.count()).toBe(0);
    await expect.poll(() => field.inputValue()).toBe("@");
    await type("Backspace");
    await ana.keyboard.type("@bo");
    await ana.locator('[role="option"][aria-selected="true"]').waitFor();
    await expect.poll(() => field.getAttribute("aria-activedescendant")).toBe("completion-0");
    await type("Tab");
    await expect.poll(() => field.inputValue()).toBe("@Bobby ");
    await ana.keyboard.type(":tad");
    await options.filter({ hasText: ":tada:" }).click();
    await expect.poll(() => field.inputValue()).toBe("@Bobby 🎉 ");
    await ana.keyboard.type(":thumbsup:");
    await expect.poll(() => field.inputValue()).toBe("@Bobby 🎉 👍");
    await type("Enter");
    await ana.locator("article", { hasText: "@Bobby 🎉 👍" }).waitFor();
    // A name that is whole is sent by Enter, and what has been gone to is taken.
    await ana.keyboard.type("@bobby");
    await options.first().waitFor();
    await type("Enter");
    await ana.locator("article .text", { hasText: /^@bobby$/ }).waitFor();
    await ana.keyboard.type("/top");
    await options.filter({ hasText: "/topic" }).waitFor();
    await type("Enter");
    await expect.poll(() => field.inputValue()).toBe("/topic ");
    await field.fill("");
    // The picker, from where one writes.
    await ana.getByRole("button", { name: "Emoji", exact: true }).click();
    const picker = ana.getByRole("dialog", { name: "Choose an emoji" });
    await picker.getByRole("gridcell").first().waitFor();
    await picker.getByLabel("Skin tone").selectOption({ label: "✋🏽 Medium" });
    await picker.getByLabel("Search emoji").fill("wav");
    await picker.getByRole("button", { name: "waving hand" }).waitFor();
    await picker.getByLabel("Search emoji").press("ArrowDown");
    await type("Enter");
    await expect.poll(() => field.inputValue()).toBe("👋🏽");
    await ana.locator("textarea:focus").waitFor();
  });

  test("whoever is away says so, sees so, and comes back", async () => {
    const ana = await house.join("ana", "away");
    const bob = await house.join("bob", "away");
    await ana.locator("summary", { hasText: "ana" }).click();
    await ana.getByRole("button", { name: "Set yourself away…" }).click();
    await ana.getByLabel("Where are you?").fill("lunch");
    await ana.keyboard.press("Enter");
    await ana.locator(".context", { hasText: "You are away: lunch" }).waitFor();
    await bob.locator("summary", { hasText: "away: lunch" }).waitFor();
    await ana.locator(".context").getByRole("button", { name: "I'm back" }).click();
    await bob.locator("summary .where").waitFor({ state: "detached" });
    await expect.poll(() => ana.locator(".context").count()).toBe(0);
  });
});
