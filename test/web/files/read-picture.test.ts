import { describe, expect, test } from "vitest";
import { readPicture } from "../../../client/web/pictures/read-picture.ts";
import { isShowable, wantsDrawing } from "../../../client/web/pictures/size.ts";
import { avif, gif, joined, jpeg, png, webp } from "../../support/picture-bytes.ts";

/** All of a picture's bytes that are to go. */
function bare(bytes: Uint8Array<ArrayBuffer>) {
  return joined(...(readPicture(bytes)?.bare ?? ["none"]));
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a picture", () => {
  test.each([
    ["image/jpeg", jpeg],
    ["image/png", png],
    ["image/webp", webp],
    ["image/gif", gif],
    ["image/avif", avif],
  ])("%s is known by its bytes, and so is its size", (type, make) => {
    expect(readPicture(make({ width: 3_000, height: 777 }))).toMatchObject({
      type,
      width: 3_000,
      height: 777,
    });
  });

  test.each([
    ["JPEG", jpeg],
    ["PNG", png],
    ["WebP", webp],
  ])("a %s goes without what is no part of the picture, and else as it is", (_, make) => {
    expect(text(make())).toContain("13.40E");
    expect(bare(make())).toEqual(make({ bare: true }));
    expect(bare(make({ bare: true }))).toEqual(make({ bare: true }));
  });

  test.each([
    ["JPEG", jpeg],
    ["PNG", png],
    ["WebP", webp],
  ])("a %s that is turned is drawn anew", (_, make) => {
    for (const turn of [1, 2, 6, 8]) {
      const picture = readPicture(make({ turn }));
      expect(picture?.turn).toBe(turn);
      expect(picture && wantsDrawing(picture)).toBe(turn !== 1);
    }
  });

  test("a JPEG that is too large to be drawn anew stays turned, and tells nothing else", () => {
    const turned = jpeg({ width: 12_000, height: 9_000, turn: 6 });
    const picture = readPicture(turned);
    expect(picture && wantsDrawing(picture)).toBe(false);
    const again = readPicture(bare(turned));
    expect(again?.turn).toBe(6);
    expect(text(bare(turned))).not.toContain("13.40E");
    expect(bare(bare(turned))).toEqual(bare(turned));
  });

  test.each([
    ["a GIF", gif({ width: 4_000 })],
    ["a PNG that moves", png({ width: 4_000, moving: true })],
    ["a WebP that moves", webp({ width: 4_000, moving: true })],
    ["a bomb", png({ width: 60_000, height: 60_000 })],
    ["one that is small enough", jpeg({ width: 2_560, height: 2_560 })],
  ])("%s is not drawn anew", (_, bytes) => {
    const picture = readPicture(bytes);
    expect(picture && wantsDrawing(picture)).toBe(false);
  });

  test("one that is too wide, an AVIF that tells more than it shows, and what phones make, are", () => {
    const wide = [jpeg({ width: 2_561 }), png({ height: 2_561 })];
    for (const bytes of [...wide, avif({ told: "Exif" }), avif({ brand: "heic" })]) {
      const picture = readPicture(bytes);
      expect(picture && wantsDrawing(picture)).toBe(true);
    }
    expect(readPicture(avif({ told: "Exif" }))?.bare).toBeUndefined();
  });

  test.each([
    ["60,000 × 60,000", { width: 60_000, height: 60_000 }, false],
    ["no size", {}, false],
    ["nothing wide", { width: 0, height: 5 }, false],
    ["50 megapixels", { width: 10_000, height: 5_000 }, true],
    ["one more", { width: 10_000, height: 5_001 }, false],
  ])("%s is shown or not", (_, size, isShown) => {
    expect(isShowable(size)).toBe(isShown);
  });

  test.each([
    ["nothing", ""],
    ["a text", "hello"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["HTML", "<!doctype html><img src=x onerror=alert(1)>"],
    ["HTML behind the first bytes of a PNG", "\x89PNG\r\n\x1a\n<script>"],
    ["the first bytes of a JPEG", "\xff\xd8\xff"],
    ["a film", "\0\0\0\x18ftypmp42"],
    ["a sound", "RIFF\0\0\0\0WAVEfmt "],
  ])("%s is none", (_, content) => {
    expect(readPicture(joined(content))).toBeUndefined();
  });

  test("wherever one is cut, or whatever byte of it is another, nothing breaks", () => {
    for (const whole of [jpeg(), png(), webp(), gif(), avif()]) {
      for (let at = 0; at < whole.length; at++) {
        readPicture(whole.slice(0, at));
        for (const other of [0, 0xff]) readPicture(whole.with(at, other));
      }
    }
  });
});
