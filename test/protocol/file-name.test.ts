import { expect, test } from "vitest";
import { fileName } from "../../src/protocol/file-name.ts";

const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("");

test.each([
  ["shot.png", "shot.png"],
  ["my “log” (2).txt", "my “log” (2).txt"],
  ["Foto dos avós.jpeg", "Foto dos avós.jpeg"],
  ["写真.png", "写真.png"],
  ["../../etc/passwd", "....etcpasswd"],
  ["C:\\Windows\\con", "C:Windowscon"],
  [`a${CONTROLS}\u007f\u0085b`, "ab"],
  ["a\r\nSet-Cookie: b", "aSet-Cookie: b"],
  ["a\u2028b\u2029c", "abc"],
  ["gpj.\u202eexe", "gpj.exe"],
  ["\u200e\u061c\u2066a\u2069", "a"],
  ["a\ud800b", "ab"],
  ["", "file"],
  [" ", "file"],
  [".", "file"],
  ["..", "file"],
  ["/../", "file"],
  ["\u200b\u{e0041}", "file"],
  ["x".repeat(200), "x".repeat(120)],
  [`${"x".repeat(200)}.png`, `${"x".repeat(116)}.png`],
  [`${"😀".repeat(200)}.png`, `${"😀".repeat(116)}.png`],
  [`x.${"y".repeat(200)}`, `x.${"y".repeat(118)}`],
  [`${" ".repeat(200)}.png`, "file.png"],
])("a file that is called %j is kept as %j", (given, kept) => {
  expect(fileName(given)).toBe(kept);
  expect(fileName(kept)).toBe(kept);
});
