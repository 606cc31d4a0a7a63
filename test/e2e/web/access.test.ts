import { expect, test } from "vitest";
import { violations } from "../../support/axe.ts";
import { describeInBrowser, ready, say } from "../../support/browser.ts";

describeInBrowser("access", (house) => {
  test("axe finds nothing serious, on the first page, at the door and in a room", async () => {
    const bob = await house.open("/");
    expect(await violations(bob)).toEqual([]);
    await bob.goto("/axe");
    expect(await violations(bob)).toEqual([]);
    await bob.getByLabel("Your nickname").fill("bob");
    await bob.getByRole("button", { name: "Join", exact: true }).click();
    await bob.locator(".log[aria-busy=false]").waitFor();
    await bob.locator(".empty").waitFor();
    const ana = await house.join("ana", "axe");
    expect(await violations(bob)).toEqual([]);
    for (const text of [
      "hello ana",
      "`code` https://example.org",
      "/me waves",
      "```\nblock\n```",
      "/msg ana psst",
    ]) {
      await say(bob, text);
    }
    await ana.locator("article.private").waitFor();
    await ana.locator("article.called").hover();
    await ana.getByRole("button", { name: "Reply" }).click();
    expect(await violations(ana)).toEqual([]);
    await say(bob, "/nonsense");
    for (const panel of ["Search", "Settings", "People, 2 here"]) {
      await bob.getByRole("button", { name: panel }).click();
      if (panel.startsWith("People")) await bob.locator("summary", { hasText: "ana" }).click();
      expect(await violations(bob)).toEqual([]);
    }
  });

  test("nor in the list of rooms, nor where one types where to go", async () => {
    const bob = await house.join("bob", "list");
    const list = bob.getByRole("navigation", { name: "Rooms" });
    await list.locator(".entry.current").waitFor();
    await list.locator(".entry").first().hover();
    await list.getByRole("button", { name: /^Arrange/ }).click();
    await list.getByRole("button", { name: "Add a room…" }).click();
    expect(await violations(bob)).toEqual([]);
    await bob.keyboard.press("Escape");
    await list.getByRole("button", { name: "Add a room…" }).and(bob.locator(":focus")).waitFor();
    await bob.keyboard.press("Control+k");
    await bob.getByRole("combobox", { name: "Go to a room or a person" }).waitFor();
    expect(await violations(bob)).toEqual([]);
    await bob.keyboard.press("Escape");
    await bob.setViewportSize({ width: 360, height: 640 });
    await bob.locator(".panel").getByRole("button", { name: "Close" }).click();
    await bob.getByRole("button", { name: "Rooms", exact: true }).click();
    await bob.locator(".rooms.open").waitFor();
    expect(await violations(bob)).toEqual([]);
  });

  test("nicknames have the colour of their uid, at one lightness of each theme", async () => {
    const page = await house.join("ana", "hue");
    await say(page, "hello");
    const nick = page.locator("article:not(.outgoing) .nick");
    await nick.waitFor();
    const hue = await nick.evaluate((element) => String(element.style.getPropertyValue("--hue")));
    for (const [colorScheme, lightness, paper] of [
      ["light", 0.5, "rgb(255, 255, 255)"],
      ["dark", 0.75, "rgb(21, 24, 27)"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      const [color, background] = await nick.evaluate((element) => {
        const { document, getComputedStyle } = element.ownerDocument.defaultView;
        return [element, document.documentElement].map((each) =>
          String(getComputedStyle(each)[each === element ? "color" : "backgroundColor"]),
        );
      });
      expect([color, background]).toEqual([`oklch(${lightness} 0.12 ${hue})`, paper]);
    }
  });

  test("everything to be pressed is 24 pixels or more, and shows when it has the focus", async () => {
    const page = await house.join("ana", "targets");
    await say(page, "hello");
    await page.locator("article").hover();
    for (const panel of ["Search", "Invite", "Settings", "People"]) {
      await page.getByRole("button", { name: panel }).click();
      const small = await page
        .locator("button, summary, input:not([type=checkbox], [type=radio]), label.switch, textarea, .logo")
        .evaluateAll((elements) =>
          elements
            .map((element) => ({ html: element.outerHTML, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
            .map(({ html }) => html),
        );
      expect(small).toEqual([]);
    }
    await page.locator("textarea").focus();
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press("Tab");
      const hidden = await page.locator(":focus").evaluateAll((elements) =>
        elements.filter((element) => {
          const view = element.ownerDocument.defaultView;
          const { outlineStyle, boxShadow } = view.getComputedStyle(element);
          const form = view.getComputedStyle(element.closest("form") ?? element);
          return outlineStyle === "none" && boxShadow === "none" && form.boxShadow === "none";
        }),
      );
      expect(hidden).toHaveLength(0);
    }
  });

  test("the focus never goes behind a panel that covers the talk", async () => {
    const page = await house.join("ana", "covered", { viewport: { width: 600, height: 800 } });
    await page.getByRole("button", { name: "People" }).click();
    await page.locator(".panel").waitFor();
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press("Shift+Tab");
      await expect.poll(() => page.locator("main :focus, header.top :focus").count()).toBe(0);
    }
    await page.locator(".panel").getByRole("button", { name: "Close" }).click();
    await page.locator("textarea:focus").waitFor();
  });

  test("nothing moves for who wants no motion", async () => {
    const page = await house.join("ana", "calm", { reducedMotion: "reduce" });
    const moving = await page.locator("*").evaluateAll((elements) =>
      elements
        // What has just been replaced has no style at all.
        .filter((element) => element.isConnected)
        .map((element) => element.ownerDocument.defaultView.getComputedStyle(element))
        .filter((style) => !/^0s(, 0s)*$/.test(style.transitionDuration)),
    );
    expect(moving).toHaveLength(0);
  });

  test("on a phone of 360 by 640, everything fits and nothing zooms", async () => {
    const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
    const page = await house.join("ana", "phone", phone);
    await say(page, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(5));
    await say(page, `\`\`\`\n${"wide ".repeat(60)}\n\`\`\``);
    await page.locator("article pre").waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const field = page.locator("textarea");
    const box = await field.boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    await expect
      .poll(() =>
        field.evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).fontSize),
      )
      .toBe("16px");
    await page.getByRole("button", { name: "People" }).tap();
    await page.getByRole("complementary", { name: "People" }).waitFor();
    await page.getByRole("button", { name: "Close" }).tap();
    await field.waitFor();
  });

  test("each message and name goes its own way", async () => {
    const page = await house.join("ana", "bidi");
    await say(page, "שלום עולם");
    const text = page.locator("article .text");
    await text.waitFor();
    await expect.poll(() => text.getAttribute("dir")).toBe("auto");
    await expect.poll(() => text.evaluate((element) => element.matches(":dir(rtl)"))).toBe(true);
    await expect.poll(() => page.locator("article bdi.nick").count()).toBe(1);
  });

  test("the keyboard alone is enough: come, write, answer, look around, leave", async () => {
    const page = await house.open("/");
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel("Your nickname").focus();
    await page.keyboard.type("ana");
    await press("Tab");
    await page.keyboard.type("keys");
    await press("Enter");
    await page.locator("textarea:focus").waitFor();
    await ready(page);
    await page.keyboard.type("hello");
    await press("Enter");
    await page.locator("article.own", { hasText: "hello" }).waitFor();
    await press("PageUp");
    await page.locator("article:focus .tools").waitFor();
    await press("Tab", "Enter");
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("answer");
    await press("Enter");
    await page.locator("article", { hasText: "answer" }).waitFor();
    await page.getByRole("button", { name: "Search" }).focus();
    await press("Enter");
    await page.locator("h2:focus", { hasText: "Search" }).waitFor();
    await page.getByRole("button", { name: "Find" }).waitFor();
    await press("Tab", "Tab");
    await page.keyboard.type("hello");
    await press("Enter");
    await page.locator(".found").waitFor();
    await press("Escape");
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("/close");
    await press("Enter");
    await page.getByText("You have left keys").waitFor();
  });
});
