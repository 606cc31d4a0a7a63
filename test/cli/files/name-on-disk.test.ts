import { expect, test } from "vitest";
import { nameOnDisk, numbered } from "../../../client/cli/files/name-on-disk.ts";

test.each([
  ["shot.png", "shot.png"],
  ["Bildschirmfoto 2026-11-27.png", "Bildschirmfoto 2026-11-27.png"],
  ["写真.jpeg", "写真.jpeg"],
  ["a\u0308.txt", "ä.txt"],
  ["..", "file"],
  [".", "file"],
  ["", "file"],
  ["  ", "file"],
  ["\u202e", "file"],
  ["../../.ssh/authorized_keys", "__.._.ssh_authorized_keys"],
  ["..\\..\\evil.exe", "__.._evil.exe"],
  ["/etc/passwd", "_etc_passwd"],
  ["C:\\Windows\\win.ini", "C__Windows_win.ini"],
  ["file.txt:stream", "file.txt_stream"],
  ["-rf", "_rf"],
  ["--help", "_help"],
  [".bashrc", "_bashrc"],
  ["~", "file"],
  ["~root", "_root"],
  ["con", "con_"],
  ["CON.txt", "CON_.txt"],
  ["nul .txt", "nul_ .txt"],
  ["com1", "com1_"],
  ["LPT¹.log", "LPT¹_.log"],
  ["console.log", "console.log"],
  ["trailing. . ", "trailing"],
  ["exe\u202egnp.scr", "exegnp.scr"],
  ["a\0b\nc\u001b[31m.txt", "abc[31m.txt"],
  ['what?*"<>|.txt', "what______.txt"],
  ["\ud800x", "x"],
  ["a`reboot`.txt", "a_reboot_.txt"],
  ["$(reboot).txt", "_(reboot).txt"],
  ["\u0024{HOME}.txt", "__HOME_.txt"],
  ["a; reboot & b && c.txt", "a_ reboot _ b __ c.txt"],
  ["x'; reboot; '.txt", "x__ reboot_ _.txt"],
  ["oops!!.txt", "oops__.txt"],
  ["%PATH%.txt", "_PATH_.txt"],
  ["{a,-rf}.txt", "_a,-rf_.txt"],
  ["[final] report (2) #3, a=b+c@d^e.txt", "[final] report (2) #3, a=b+c@d^e.txt"],
])("%j becomes %j", (given, name) => {
  expect(nameOnDisk(given)).toBe(name);
});

test.each([
  ["x".repeat(300), 200, ""],
  [`${"x".repeat(300)}.png`, 200, ".png"],
  [`${"写".repeat(120)}.jpeg`, 200, ".jpeg"],
  [`a.${"b".repeat(300)}`, 200, ""],
])("%j is cut, and keeps its ending", (given, most, ending) => {
  const name = nameOnDisk(given);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(most);
  expect(name.endsWith(ending)).toBe(true);
  expect(name).not.toContain("\ufffd");
});

test.each([
  ["shot.png", "shot (2).png"],
  ["README", "README (2)"],
  ["archive.tar.gz", "archive.tar (2).gz"],
])("%j with a number is %j", (name, told) => {
  expect(numbered(name, 2)).toBe(told);
});
