import { expect, test } from "vitest";
import { describeInBrowser, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

describeInBrowser("writing", (house) => {
  test("Enter sends, Shift+Enter breaks the line, and neither while an input method composes", async () => {
    const page = await house.join("ana", "enter");
    const field = page.locator("textarea");
    await field.fill("first");
    await field.press("Shift+Enter");
    await page.keyboard.type("second");
    await expect.poll(() => field.inputValue()).toBe("first\nsecond");
    await field.evaluate((element) => {
      const { KeyboardEvent } = element.ownerDocument.defaultView;
      const enter = { key: "Enter", bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent("keydown", { ...enter, isComposing: true }));
      element.dispatchEvent(new KeyboardEvent("keydown", { ...enter, keyCode: 229 }));
    });
    await expect.poll(() => field.inputValue()).toBe("first\nsecond");
    await field.press("Enter");
    await page.locator("article", { hasText: "first\nsecond" }).waitFor();
    await expect.poll(() => field.inputValue()).toBe("");
  });

  test("replies, copies, edits and deletes by pointer, by keyboard and by touch", async () => {
    const ana = await house.join("ana", "tools", { permissions: ["clipboard-read", "clipboard-write"] });
    const bob = await house.join("bob", "tools", { hasTouch: true, viewport: { width: 360, height: 640 } });
    await say(ana, "a mistkae");
    const row = ana.locator("article", { hasText: "mistkae" });
    // By pointer.
    await row.hover();
    await row.getByRole("button", { name: "Edit" }).click();
    await ana.keyboard.press("ControlOrMeta+a");
    await ana.keyboard.type("no mistake");
    await ana.keyboard.press("Enter");
    await bob.getByText("(edited)").waitFor();
    // By touch.
    await bob.locator("article", { hasText: "no mistake" }).tap();
    await bob.getByRole("button", { name: "Reply" }).tap();
    await bob.keyboard.type("indeed");
    await bob.keyboard.press("Enter");
    await ana
      .locator("article", { hasText: "indeed" })
      .locator(".quote", { hasText: "no mistake" })
      .waitFor();
    // By keyboard: Up takes one's own last, Page Up goes into the log, Up and Down between messages, Esc back.
    await ana.locator("textarea").focus();
    await ana.keyboard.press("ArrowUp");
    await ana.getByText("You are editing your message").waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("no mistake");
    await ana.keyboard.press("Escape");
    await ana.keyboard.press("PageUp");
    await ana.locator("article:focus", { hasText: "indeed" }).waitFor();
    await ana.keyboard.press("ArrowUp");
    const tools = ana.locator("article:focus", { hasText: "no mistake" }).locator(".tools");
    await tools.waitFor();
    await ana.keyboard.press("Tab");
    await ana.keyboard.press("Tab");
    await ana.keyboard.press("Enter");
    await expect.poll(() => ana.evaluate("navigator.clipboard.readText()")).toBe("no mistake");
    await ana.keyboard.press("Escape");
    await ana.locator("textarea:focus").waitFor();
    await ana.keyboard.press("PageUp");
    await ana.keyboard.press("ArrowUp");
    await tools.waitFor();
    for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab", "Enter"]) await ana.keyboard.press(key);
    await ana.locator(".tools .danger:focus").waitFor();
    await ana.keyboard.press("Enter");
    await bob.locator("article.deleted").waitFor();
    await expect.poll(() => bob.getByText("no mistake").count()).toBe(0);
  });

  test("what is meant for one reaches that one alone, whatever is pressed", async () => {
    const ana = await house.join("ana", "private");
    const bob = await house.join("bob", "private");
    const eve = await house.join("eve", "private");
    await say(ana, "to all");
    await ana.locator("textarea").fill("half a public thought");
    await ana.locator("summary", { hasText: "bob" }).click();
    await ana.getByRole("button", { name: "Write privately" }).click();
    // The public draft stays with the public, the private with bob.
    const field = ana.getByLabel("Only bob will see this");
    await ana.getByRole("log", { name: "Private messages with bob" }).waitFor();
    await expect.poll(() => field.inputValue()).toBe("");
    await field.fill("the secret");
    await ana.keyboard.press("Enter");
    await bob.locator("article.private", { hasText: "the secret" }).waitFor();
    // It stays private until somebody says otherwise.
    await say(ana, "/me whispers");
    await bob.locator("article.private", { hasText: "whispers" }).waitFor();
    await field.fill("/reply aloud?");
    await ana.keyboard.press("Enter");
    await ana.getByRole("alert").waitFor();
    await field.fill("unsent secret");
    await ana.keyboard.press("Escape");
    await ana.keyboard.press("Escape");
    await ana.getByRole("button", { name: "Write to everyone again" }).click();
    await expect
      .poll(() => ana.getByLabel("Message everyone in private").inputValue())
      .toBe("half a public thought");
    await ana.keyboard.press("Enter");
    // A reply to it goes to its other party. What arrives while one points moves what is pointed at.
    await bob.getByText("half a public thought").waitFor();
    await bob.locator("article", { hasText: "the secret" }).hover();
    await bob.getByRole("button", { name: "Reply" }).click();
    await bob.getByLabel("Only ana will see this").fill("understood");
    await bob.keyboard.press("Enter");
    await ana.locator("article.private", { hasText: "understood" }).waitFor();
    await say(bob, "/msg ana by command");
    await ana.locator("article.private", { hasText: "by command" }).waitFor();
    await eve.getByText("half a public thought").waitFor();
    await expect.poll(() => eve.locator("article").allInnerTexts()).toHaveLength(2);
  });

  test("to somebody who has left, nothing is sent, and least of all to everyone", async () => {
    const ana = await house.join("ana", "gone");
    const { wire } = await SocketWire.join(house.server.url, "gone", { nick: "bob" });
    await ana.locator("summary", { hasText: "bob" }).click();
    await ana.getByRole("button", { name: "Write privately" }).click();
    await ana.keyboard.type("are you there?");
    wire.send({ type: "leave" });
    await ana.getByText("who is not here").waitFor();
    await ana.keyboard.press("Enter");
    await ana.getByRole("alert").waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("are you there?");
    await expect.poll(() => ana.locator("article").count()).toBe(0);
  });

  test("slash commands work; an unknown one is never sent", async () => {
    const ana = await house.join("ana", "slash");
    await say(ana, "/topic What we are about");
    await ana.locator(".topic", { hasText: "What we are about" }).waitFor();
    await say(ana, "/mgs bob hello");
    await ana.getByRole("alert").waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("/mgs bob hello");
    await say(ana, "//shrug");
    await ana.locator("article .text", { hasText: "/shrug" }).waitFor();
    await say(ana, "/help");
    await ana.locator(".note dt", { hasText: "/topic" }).waitFor();
    await expect.poll(() => ana.locator("article").count()).toBe(1);
  });

  test("shows who is typing, and a mention", async () => {
    const ana = await house.join("ana", "typing");
    const bob = await house.join("bob", "typing");
    await bob.locator("textarea").pressSequentially("Ana");
    await ana.getByText("bob typing…").waitFor();
    await bob.locator("textarea").pressSequentially(", look");
    await bob.keyboard.press("Enter");
    await ana.locator("article.called mark.self", { hasText: "Ana" }).waitFor();
  });
});
