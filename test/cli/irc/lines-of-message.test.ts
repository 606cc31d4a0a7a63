import { expect, test } from "vitest";
import { saidLines } from "../../../client/cli/irc/channel/said-lines.ts";
import type { SaidManner } from "../../../client/cli/irc/channel/said-manner.ts";
import { labelledLines } from "../../../client/cli/irc/reply.ts";
import { readIrc, writeIrc } from "../../../client/cli/irc/wire/irc-message.ts";
import { OpenBatch } from "../../../client/cli/irc/wire/open-batch.ts";
import type { Message } from "../../../src/protocol/event.ts";

const AT = Date.parse("2026-11-26T12:00:00.000Z");
const TIME = "time=2026-11-26T12:00:00.000Z";
const SAID: Message = { type: "message", id: 7, at: AT, nick: "ana", uid: "u", text: "hi" };

interface Case {
  readonly message?: Partial<Message>;
  readonly isBatched?: boolean;
  readonly manner?: SaidManner;
  readonly label?: string;
  readonly files?: readonly string[];
  readonly mark?: string;
}

const PLAIN: SaidManner = { command: "PRIVMSG", tags: {}, lines: undefined };

test.each<[string, Case, string[]]>([
  ["a message", {}, [`@${TIME};msgid=dev.7 :a!u@h PRIVMSG #dev :hi`]],
  ["a reply", { message: { re: 3 } }, [`@${TIME};msgid=dev.7;+draft/reply=dev.3 :a!u@h PRIVMSG #dev :hi`]],
  ["an action", { message: { me: true } }, [`@${TIME};msgid=dev.7 :a!u@h PRIVMSG #dev :\x01ACTION hi\x01`]],
  ["a bot's", { message: { bot: true } }, [`@${TIME};msgid=dev.7;bot :a!u@h PRIVMSG #dev :hi`]],
  [
    "lines, one by one, without those that are empty",
    { message: { text: "a\n\nb" } },
    [`@${TIME};msgid=dev.7 :a!u@h PRIVMSG #dev :a`, `@${TIME} :a!u@h PRIVMSG #dev :b`],
  ],
  [
    "lines, as a batch",
    { message: { text: "a\n\nb" }, isBatched: true },
    [
      `@${TIME};msgid=dev.7 :a!u@h BATCH +1 draft/multiline #dev`,
      "@batch=1 :a!u@h PRIVMSG #dev :a",
      "@batch=1 :a!u@h PRIVMSG #dev :",
      "@batch=1 :a!u@h PRIVMSG #dev :b",
      ":a!u@h BATCH -1",
    ],
  ],
  [
    "as it was said through this gateway",
    {
      message: { text: "ab" },
      isBatched: true,
      manner: {
        command: "NOTICE",
        tags: { "+x": "1" },
        lines: [
          { text: "a", goesOn: false },
          { text: "b", goesOn: true },
        ],
      },
    },
    [
      `@${TIME};+x=1;msgid=dev.7 :a!u@h BATCH +1 draft/multiline #dev`,
      "@batch=1 :a!u@h NOTICE #dev :a",
      "@batch=1;draft/multiline-concat :a!u@h NOTICE #dev :b",
      ":a!u@h BATCH -1",
    ],
  ],
  [
    "files, each by a line",
    { files: ["↳ a", "↳ b"] },
    [
      `@${TIME};msgid=dev.7 :a!u@h PRIVMSG #dev :hi`,
      `@${TIME} :a!u@h PRIVMSG #dev :↳ a`,
      `@${TIME} :a!u@h PRIVMSG #dev :↳ b`,
    ],
  ],
  [
    "a file without a text, of earlier",
    { message: { text: "" }, files: ["↳ a"], mark: "[12:00] " },
    [`@${TIME};msgid=dev.7 :a!u@h PRIVMSG #dev :[12:00] ↳ a`],
  ],
  ["one line under a label", { label: "l" }, [`@${TIME};msgid=dev.7;label=l :a!u@h PRIVMSG #dev :hi`]],
  [
    "several lines under a label",
    { message: { text: "a\nb" }, label: "l", manner: PLAIN },
    [
      "@label=l :papo.gateway BATCH +1 labeled-response",
      `@${TIME};msgid=dev.7;batch=1 :a!u@h PRIVMSG #dev :a`,
      `@${TIME};batch=1 :a!u@h PRIVMSG #dev :b`,
      ":papo.gateway BATCH -1",
    ],
  ],
])("tells %s", (_name, { message, isBatched, label, ...rest }, lines) => {
  const batch = () => "1";
  const telling = { source: "a!u@h", target: "#dev", room: "dev", ...rest, ...(isBatched && { batch }) };
  const said = labelledLines(saidLines({ ...SAID, ...message }, telling), label, { batch });
  expect(said.map((line) => writeIrc(line, () => true))).toEqual(lines);
});

test("a long message goes out in lines of 512 bytes at most, and loses nothing", () => {
  const text = "väldigt långt ".repeat(200);
  const told = saidLines({ ...SAID, text }, { source: "a!u@h", target: "#dev", room: "dev" });
  expect(told.length).toBeGreaterThan(4);
  expect(told.map(({ params: [, part] }) => part).join("")).toBe(text);
  for (const line of told) expect(Buffer.byteLength(writeIrc(line, () => false))).toBeLessThanOrEqual(510);
});

test("the address of a file stays in one piece", () => {
  const address = `https://host/${"x".repeat(300)}`;
  const file = `↳ ${"name ".repeat(40)}(2 KB) ${address}`;
  const told = saidLines(
    { ...SAID, text: "" },
    { source: "a!u@h", target: "#dev", room: "dev", files: [file] },
  );
  expect(told.map(({ params: [, part] }) => part)).toEqual([file.slice(0, -address.length - 1), address]);
});

test.each<[string, string[], string]>([
  ["lines", ["@batch=1 PRIVMSG #a :x", "@batch=1 PRIVMSG #a :y"], "x\ny"],
  ["a line that goes on", ["@batch=1 PRIVMSG #a :x", "@batch=1;draft/multiline-concat PRIVMSG #a :y"], "xy"],
  ["another batch's", ["@batch=2 PRIVMSG #a :x"], "MULTILINE_INVALID"],
  ["another target", ["@batch=1 PRIVMSG #b :x"], "MULTILINE_INVALID"],
  ["both kinds", ["@batch=1 PRIVMSG #a :x", "@batch=1 NOTICE #a :y"], "MULTILINE_INVALID"],
  ["nothing that goes on", ["@batch=1;draft/multiline-concat PRIVMSG #a :"], "MULTILINE_INVALID"],
  ["too many lines", Array.from({ length: 201 }, () => "@batch=1 PRIVMSG #a x"), "MULTILINE_MAX_LINES"],
  [
    "too many bytes",
    Array.from({ length: 40 }, () => `@batch=1 PRIVMSG #a ${"x".repeat(400)}`),
    "MULTILINE_MAX_BYTES",
  ],
])("a batch of %s", (_name, ...[lines, outcome]) => {
  const opening = readIrc("BATCH +1 draft/multiline #a");
  if (opening === undefined) throw new Error("The opening is a line.");
  const open = new OpenBatch("1", "#a", opening);
  for (const line of lines) {
    const message = readIrc(line);
    expect(message !== undefined && open.takes(message)).toBe(true);
  }
  expect(open.trouble ?? open.text).toBe(outcome);
});

test("what has no batch's tag is no part of one", () => {
  const opening = readIrc("BATCH +1 draft/multiline #a");
  const message = readIrc("PRIVMSG #a x");
  expect(opening && message && new OpenBatch("1", "#a", opening).takes(message)).toBe(false);
});
