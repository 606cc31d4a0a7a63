import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../../support/axe.ts";
import { describeInBrowser } from "../../support/browser.ts";
import { exif, joined, png } from "../../support/picture-bytes.ts";

interface Given {
  name: string;
  type?: string;
  bytes: Uint8Array;
}

/** Somebody's page is given files, as a browser tells it: by a paste, or something dragged. */
async function give(
  page: Page,
  event: "paste" | "dragenter" | "drop",
  files: readonly Given[],
): Promise<void> {
  const told = files.map(({ bytes, ...file }) => ({
    ...file,
    base64: Buffer.from(bytes).toString("base64"),
  }));
  await page.evaluate(`{
    const given = new DataTransfer();
    for (const { base64, name, type = "" } of ${JSON.stringify(told)})
      given.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name, { type }));
    const how = { bubbles: true, cancelable: true, clipboardData: given, dataTransfer: given };
    const Told = ${JSON.stringify(event)} === "paste" ? ClipboardEvent : DragEvent;
    const told = new Told(${JSON.stringify(event)}, how);
    document.querySelector("textarea").dispatchEvent(told);
    if (!told.defaultPrevented) throw new Error("It would open in the page's place.");
  }`);
}

/** A JPEG as a camera held upright makes it: it lies, and says how it is turned, and where it was taken. */
async function photo(page: Page, width: number, height: number): Promise<Uint8Array> {
  const base64: string = await page.evaluate(`{
    const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
    canvas.getContext("2d").fillRect(0, 0, ${width} / 2, ${height});
    canvas.toDataURL("image/jpeg").split(",")[1];
  }`);
  const bytes = Buffer.from(base64, "base64");
  const told = joined("Exif\0\0", exif(6));
  return joined(bytes.subarray(0, 2), [0xff, 0xe1, 0, told.length + 2], told, bytes.subarray(2));
}

/** The bytes of a file at an address of the page's server. */
async function bytesAt(page: Page, address: string | null): Promise<Buffer> {
  const response = await page.request.get(address ?? "");
  return response.body();
}

const tray = (page: Page) => page.getByRole("region", { name: "Files that go with your message" });

describeInBrowser(
  "files",
  (house) => {
    test("a screenshot that is pasted is seen elsewhere byte for byte; what else can be sent is, and the rest is told why not", async () => {
      const ana = await house.join("ana", "shots");
      const bob = await house.join("bob", "shots", { viewport: { width: 360, height: 640 } });
      const shot = png({ width: 1_200, height: 800, bare: true });
      await give(ana, "paste", [{ name: "image.png", type: "image/png", bytes: shot }]);
      await tray(ana).getByText("1200 × 800").waitFor();
      await ana.locator("textarea").fill("the error");
      expect(await violations(ana)).toEqual([]);
      await ana.keyboard.press("Enter");
      const seen = bob.getByRole("button", { name: "Show the error" }).locator("img");
      await seen.waitFor();
      expect(await bytesAt(bob, await seen.getAttribute("src"))).toEqual(Buffer.from(shot));
      // As wide as the phone allows, and in its shape before it is here.
      await expect.poll(() => seen.getAttribute("width")).toBe("1200");
      const box = await seen.boundingBox();
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.5, 1);

      // A photo, a text, and what can't be sent, all at once.
      const lying = await photo(ana, 3_000, 1_500);
      await give(ana, "dragenter", [{ name: "IMG_1.JPG", type: "image/jpeg", bytes: lying }]);
      await ana.getByText("Drop it here: it goes with your message to shots").waitFor();
      await give(ana, "drop", [
        { name: "IMG_1.JPG", type: "image/jpeg", bytes: lying },
        { name: "<b>notes\u202egpj.txt", type: "text/plain", bytes: Buffer.from("Grüße\n") },
        { name: "nothing.txt", bytes: Buffer.from("") },
        { name: "film.mp4", bytes: new Uint8Array(200_001) },
      ]);
      await ana.getByText("nothing.txt is empty.").waitFor();
      await ana.getByText("film.mp4 has 200,001 bytes. Here a file has at most 200,000 bytes.").waitFor();
      await tray(ana).getByText("1280 × 2560").waitFor();
      await ana.getByRole("button", { name: "Send to everyone" }).click();
      const upright = bob.getByRole("button", { name: "Show IMG_1.JPG" }).locator("img");
      await upright.waitFor();
      const sent = await bytesAt(bob, await upright.getAttribute("src"));
      expect(sent.includes("13.40E")).toBe(false);
      await upright.and(bob.locator("[width='1280'][height='2560']")).waitFor();
      const notes = bob.getByRole("link", { name: "Download <b>notesgpj.txt, 8 bytes" });
      expect((await bytesAt(bob, await notes.getAttribute("href"))).toString()).toBe("Grüße\n");

      // Seen whole, by the keyboard alone; the pictures of the log are one after the other.
      await upright.locator("..").focus();
      await bob.keyboard.press("Enter");
      const viewer = bob.getByRole("dialog", { name: "Pictures" });
      await viewer.getByText("2 of 2").waitFor();
      await bob.keyboard.press("ArrowLeft");
      await viewer.getByText("1 of 2").waitFor();
      await viewer.getByRole("img", { name: "the error" }).waitFor();
      expect(await violations(bob)).toEqual([]);
      await bob.keyboard.press("Escape");
      await viewer.waitFor({ state: "detached" });
      await expect
        .poll(() => upright.locator("..").evaluate((each) => each === each.ownerDocument.activeElement))
        .toBe(true);

      // A reply names it; an edit keeps it; with its message it goes.
      await ana.keyboard.press("ArrowUp");
      await ana.locator("textarea").fill("at the lake");
      await ana.keyboard.press("Enter");
      await bob.getByRole("button", { name: "Show at the lake" }).waitFor();
      await ana.keyboard.press("ArrowUp");
      await ana.locator("textarea").fill("");
      await ana.keyboard.press("Enter");
      await upright.waitFor();
      await bob.locator("article", { has: upright }).focus();
      await bob.getByRole("button", { name: "Reply" }).click();
      await bob.getByText("Reply to ana IMG_1.JPG, <b>notesgpj.txt").waitFor();
      await ana.keyboard.press("PageUp");
      await ana.getByRole("button", { name: "Delete", exact: true }).click();
      await ana.getByRole("button", { name: "Delete", exact: true }).click();
      await upright.waitFor({ state: "detached" });
      await expect.poll(() => notes.count()).toBe(0);
    });

    test("a file on its way lets others go before, can be taken back, and outlives reloads", async () => {
      const ana = await house.join("ana", "slow");
      const bob = await house.join("bob", "slow");
      ana.on("dialog", (dialog) => void dialog.accept());
      const uploads = "**/files?name=*";
      await ana.route(uploads, () => {});
      const goesUp = () => ana.waitForRequest(uploads);
      await give(ana, "paste", [
        { name: "a.png", type: "image/png", bytes: png({ bare: true }) },
        { name: "b.txt", bytes: Buffer.from("b") },
      ]);
      await tray(ana).getByText("b.txt").waitFor();
      await ana.locator("textarea").fill("both");
      await Promise.all([goesUp(), ana.keyboard.press("Enter")]);
      await ana.getByRole("progressbar").waitFor();
      await ana.locator("textarea").fill("before them");
      await ana.keyboard.press("Enter");
      await bob.locator("article", { hasText: "before them" }).waitFor();
      // Taken back, and sent once more.
      await ana.getByRole("button", { name: "Cancel" }).click();
      await tray(ana).getByText("b.txt").waitFor();
      await expect.poll(() => ana.locator("textarea").inputValue()).toBe("both");
      await ana.getByRole("button", { name: "Remove b.txt" }).click();
      await ana.reload();
      await tray(ana).getByText("a.png").waitFor();
      await Promise.all([goesUp(), ana.locator("textarea").press("Enter")]);
      await Promise.all([goesUp(), ana.reload()]);
      // Without a gesture no browser asks, and Chromium says so.
      await ana.locator("textarea").click();
      await ana.unroute(uploads);
      await ana.reload();
      const shown = bob.getByRole("button", { name: "Show both" }).locator("img");
      await shown.waitFor();
      await ana.locator("article:not(.outgoing)", { hasText: "both" }).waitFor();
      await ana.locator(".outgoing").waitFor({ state: "detached" });
      await expect.poll(() => ana.locator("article .text").allInnerTexts()).toEqual(["before them", "both"]);
      expect(await bytesAt(bob, await shown.getAttribute("src"))).toEqual(Buffer.from(png({ bare: true })));

      // What the server has no longer says so in its place.
      await bob.route("**/files/*/*", (route) => route.fulfill({ status: 410 }));
      await bob.reload();
      await bob.getByText("no longer there").waitFor();
    });
  },
  { FILE_BYTES: "200000" },
);
