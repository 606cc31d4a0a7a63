import { expect, test } from "vitest";
import { violations } from "../../support/axe.ts";
import { describeInBrowser, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const PAPER = "getComputedStyle(document.documentElement).backgroundColor";
const LIGHT = "rgb(255, 255, 255)";
const DARK = "rgb(21, 24, 27)";
/** Notes what the page looks like when it is first drawn, which is before its own script has run. */
const NOTE_FIRST = `requestAnimationFrame(() => { window.first = ${PAPER}; })`;

describeInBrowser("looks", (house) => {
  test("colours and compactness are chosen by keyboard, hold in all tabs, and are there at the first paint", async () => {
    const page = await house.join("ana", "looks");
    const other = await page.context().newPage();
    await other.goto("/looks");
    await page.bringToFront();
    await say(page, "hello");
    await page.locator("article .avatar").waitFor();
    await page.getByRole("button", { name: "Settings" }).press("Enter");
    await page.getByRole("radio", { name: "As my system has them" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() =>
        page.getByRole("group", { name: "Colours" }).getByRole("radio", { checked: true }).inputValue(),
      )
      .toBe("dark");
    await expect.poll(() => page.evaluate(PAPER)).toBe(DARK);
    await other.waitForFunction(`${PAPER} === "${DARK}"`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.locator("article .avatar").waitFor({ state: "hidden" });
    const [name, text] = await Promise.all(
      [".by", ".text"].map((part) => page.locator(`article ${part}`).boundingBox()),
    );
    expect(Math.abs((name?.y ?? 0) - (text?.y ?? 9))).toBeLessThan(4);
    expect(await violations(page)).toEqual([]);

    await page.addInitScript(NOTE_FIRST);
    await page.reload();
    await page.locator("article.own").waitFor();
    await expect.poll(() => page.evaluate("window.first")).toBe(DARK);
    await expect.poll(() => page.locator("article .avatar").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("radio", { name: "As my system has them" }).check();
    await expect.poll(() => page.evaluate(PAPER)).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => page.evaluate(PAPER)).toBe(DARK);
    await page.getByRole("radio", { name: "Light" }).check();
    await expect.poll(() => page.evaluate(PAPER)).toBe(LIGHT);
  });

  test("what is said stands above where one writes, tools stay while the pointer does, and many who come are one line", async () => {
    const page = await house.join("ana", "column", { viewport: { width: 2560, height: 900 } });
    await say(page, "first");
    await page.locator("article.own", { hasText: "first" }).waitFor();
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return {
        left: box?.x ?? 0,
        right: (box?.x ?? 0) + (box?.width ?? 0),
        top: box?.y ?? 0,
        end: (box?.y ?? 0) + (box?.height ?? 0),
      };
    };
    const [said, field, talk] = await Promise.all(["article .body", ".composer > form", ".talk"].map(boxOf));
    expect(said?.right).toBe(field?.right);
    expect((field?.top ?? 0) - (said?.end ?? 0)).toBeGreaterThanOrEqual(16);
    expect((field?.left ?? 0) + (field?.right ?? 0)).toBeCloseTo((talk?.left ?? 0) + (talk?.right ?? 0), 0);

    await page.locator("article.own").hover();
    await page.locator("article.active", { hasText: "first" }).waitFor();
    for (const nick of ["user01", "user02", "user03", "user04"]) {
      const { wire } = await SocketWire.join(house.server.url, "column", { nick });
      if (nick === "user04") wire.send({ type: "say", cid: 1, text: "second" });
    }
    await page.locator("article", { hasText: "second" }).waitFor();
    await expect.poll(() => page.locator("article.active").textContent()).toContain("first");
    await page.getByText("4 people joined").click();
    await page.getByText("user01 joined · user02 joined").waitFor();
  });
});
