import { describe, expect, test } from "vitest";
import { nameAmong, tagged, tagsOf } from "../../../client/cli/rooms/names.ts";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { sentence } from "../../../client/cli/view/log-line.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import { addressOf } from "../../../client/core/address.ts";

const lobby = addressOf("https://a.example", "lobby");
const dev = addressOf("https://a.example", "dev");
const other = addressOf("http://127.0.0.1:8787", "lobby");

test.each([
  { address: lobby, among: [lobby, dev], name: "lobby" },
  { address: lobby, among: [lobby, dev, other], name: "lobby@a.example" },
  { address: other, among: [lobby, dev, other], name: "lobby@127.0.0.1:8787" },
  { address: dev, among: [lobby, dev, other], name: "dev" },
])("$name", ({ address, among, name }) => {
  expect(nameAmong(address, among)).toBe(name);
});

describe("tags", () => {
  test.each([
    { names: ["lobby", "dev"], tags: ["lobby", "dev  "] },
    { names: ["a-room-with-a-long-name", "x"], tags: ["a-room…ng-name", "x             "] },
    {
      names: ["lobby@chat.example.org:8787", "lobby@chat.example.org:8788"],
      tags: ["lobby@…rg:8787", "lobby@…rg:8788"],
    },
  ])("$names", ({ names, tags }) => {
    expect(tagsOf(names, stylesFor("none"))).toEqual(tags);
  });

  test("have the colour of the name, and each its own", () => {
    const [one, two] = tagsOf(["dev", "ops"], stylesFor("256"));
    expect(one).toMatch(/^\x1b\[38;5;\d+mdev\x1b\[0m$/);
    expect(two?.replace("ops", "dev")).not.toBe(one);
  });

  test("stand before a line, and what goes on stands under its text", () => {
    const [tag = ""] = tagsOf(["dev", "lobby"], stylesFor("256"));
    const rows = wrap(tagged(sentence("some words that go on", "12:00 "), tag), 30);
    expect(rows.map((row) => row.replace(/\x1b\[[\d;]*m/g, ""))).toEqual([
      "dev   12:00 some words that go",
      "              on",
    ]);
  });

  test("leave an address alone", () => {
    const line = { head: "", text: "https://host/lobby#pass=p1.x", indent: 0, isWhole: true };
    expect(tagged(line, "dev")).toEqual(line);
  });
});
