import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SentLines } from "../../../client/cli/person/sent-lines.ts";

function place() {
  const folder = mkdtempSync(join(tmpdir(), "papo-sent-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const complaints: string[] = [];
  const file = join(folder, "papo", "default", "sent.jsonl");
  const open = () =>
    new SentLines(
      { env: { XDG_STATE_HOME: folder }, profile: "default" },
      (why) => void complaints.push(why),
    );
  return { folder, file, open, complaints };
}

test("what was sent is found in the next run, by its owner alone", () => {
  const { file, open } = place();
  const first = open();
  for (const line of ["one", "two\nlines", "one"]) first.add(line);
  first.close();
  expect(open().lines).toEqual(["two\nlines", "one"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("two terminals add to the same, and find each other's", () => {
  const { open } = place();
  const [ana, bob] = [open(), open()];
  ana.add("of ana");
  bob.add("of bob");
  ana.close();
  bob.close();
  ana.add("again");
  expect(ana.lines).toEqual(["of ana", "of bob", "again"]);
});

test("it is bounded in lines and in bytes", () => {
  const { file, open } = place();
  const sent = open();
  for (let at = 0; at < 1_010; at++) sent.add(`line ${at}`);
  sent.close();
  expect(open().lines).toHaveLength(1_000);
  expect(open().lines[0]).toBe("line 10");
  for (let at = 0; at < 100; at++) sent.add(`${at} ${"é".repeat(1_900)}`);
  sent.add("x".repeat(5_000));
  sent.close();
  expect(statSync(file).size).toBeLessThan(280_000);
  expect(open().lines.at(-1)).toMatch(/^99 é/);
});

test("what is damaged in it costs no more than itself", () => {
  const { file, open } = place();
  const sent = open();
  sent.add("one");
  sent.close();
  writeFileSync(file, `{"a":1}\nnonsense\n${readFileSync(file, "utf8")}"half`);
  expect(open().lines).toEqual(["one"]);
});

test("where it can't be kept, that is told once", () => {
  const { folder, open, complaints } = place();
  writeFileSync(join(folder, "papo"), "");
  const sent = open();
  sent.add("one");
  sent.close();
  sent.add("two");
  sent.close();
  expect(complaints).toHaveLength(1);
});
