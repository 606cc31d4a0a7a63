import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../client/core/words/languages.ts";
import { roomOfPath } from "../../src/protocol/room-name.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const STATIC = `${ROOT}client/web/static`;
/** As the build copies them. */
const PICTURES: Readonly<Record<string, string>> = {
  "/picture-wide.png": `${ROOT}docs/pictures/browser-light.png`,
  "/picture-narrow.png": `${ROOT}docs/pictures/phone.png`,
};

interface Picture {
  src: string;
  sizes: string;
  type?: string;
  purpose?: string;
  form_factor?: string;
}

/** Texts by languages, for browsers that know of those. */
type Localized = Readonly<Record<string, string>>;

const manifest: {
  id: string;
  description_localized: Localized;
  start_url: string;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; name_localized: Localized; url: string; icons: Picture[] }[];
} = JSON.parse(readFileSync(`${STATIC}/manifest.webmanifest`, "utf8"));

const fileOf = ({ src }: Picture) => PICTURES[src] ?? `${STATIC}${src}`;

/** `512x512`, as the picture itself says (PNG, section 11.2.1). */
function sizeOf(file: string): string {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test("every picture of the manifest is there, and as large as it says", () => {
  const all = [
    ...manifest.icons,
    ...manifest.screenshots,
    ...manifest.shortcuts.flatMap(({ icons }) => icons),
  ];
  for (const picture of all) {
    expect(existsSync(fileOf(picture))).toBe(true);
    if (picture.sizes !== "any") expect(sizeOf(fileOf(picture))).toBe(picture.sizes);
  }
});

test("it has what installing asks for: icons for any place, one that may be cut round, a wide and a narrow picture", () => {
  const plain = manifest.icons.filter(({ purpose }) => purpose === undefined).map(({ sizes }) => sizes);
  expect(plain).toEqual(["any", "192x192", "512x512"]);
  expect(manifest.icons.filter(({ purpose }) => purpose === "maskable")).toHaveLength(1);
  expect(manifest.screenshots.map((each) => each.form_factor)).toEqual(["wide", "narrow"]);
  // Browsers refuse those that are smaller or larger, or more than 2.3 times as long as wide.
  for (const { sizes } of manifest.screenshots) {
    const sides = sizes.split("x").map(Number);
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(320);
    expect(Math.max(...sides)).toBeLessThanOrEqual(2.3 * Math.min(...sides));
  }
});

test("it is in every language", () => {
  const others = LANGUAGES.filter((code) => code !== "en");
  for (const texts of [
    manifest.description_localized,
    ...manifest.shortcuts.map((each) => each.name_localized),
  ])
    expect(Object.keys(texts)).toEqual(others);
});

test("its addresses are the page's", () => {
  for (const url of [manifest.id, manifest.start_url, ...manifest.shortcuts.map((each) => each.url)])
    expect(url === "/" || roomOfPath(url) !== undefined).toBe(true);
});
