import { expect, test } from "vitest";
import { type IrcLine, readIrc, writeIrc } from "../../../client/cli/irc/wire/irc-message.ts";

test.each<[string, string, [command: string, ...params: string[]] | undefined, Record<string, string>?]>([
  ["a command", "ping x", ["PING", "x"]],
  ["a last word with blanks", "PRIVMSG #a :hello there", ["PRIVMSG", "#a", "hello there"]],
  ["an empty last word", "TOPIC #a :", ["TOPIC", "#a", ""]],
  ["a colon amid a word", "PRIVMSG #a a:b", ["PRIVMSG", "#a", "a:b"]],
  ["who says so is not heeded", ":x!y@z NICK a", ["NICK", "a"]],
  ["blanks between words, and at the end", "JOIN   #a  key ", ["JOIN", "#a", "key"]],
  ["a number", "421 a b", ["421", "a", "b"]],
  ["tags", "@a=b;+c;d=\\:\\s\\\\\\n PING x", ["PING", "x"], { a: "b", "+c": "", d: "; \\\n" }],
  ["a tag with an equals sign", "@a=b=c PING x", ["PING", "x"], { a: "b=c" }],
  ["all scripts", "PRIVMSG #a :مرحبا 👋", ["PRIVMSG", "#a", "مرحبا 👋"]],
  ["nothing", "", undefined],
  ["no command", ":x", undefined],
  ["signs", "!!", undefined],
])("%s", (_name, ...[line, words, tags = {}]) => {
  const [command, ...params] = words ?? [];
  expect(readIrc(line)).toEqual(command === undefined ? undefined : { command, params, tags });
});

const all = () => true;

test.each<[string, IrcLine, string]>([
  ["a word", { command: "PONG", params: ["a"] }, "PONG a"],
  ["a text", { source: "a!b@c", command: "PRIVMSG", params: ["#a", "hi"] }, ":a!b@c PRIVMSG #a :hi"],
  ["an empty one", { command: "TOPIC", params: ["#a", ""] }, "TOPIC #a :"],
  ["a number with blanks", { command: "001", params: ["a", "b c"] }, "001 a :b c"],
  ["a colon in front", { command: "X", params: [":a"] }, "X ::a"],
  ["tags", { tags: { a: "", b: "; \\" }, command: "X", params: [] }, "@a;b=\\:\\s\\\\ X"],
  ["a channel alone", { source: "a!b@c", command: "PART", params: ["#a"] }, ":a!b@c PART #a"],
  ["no second line", { command: "PRIVMSG", params: ["#a", "x\r\nQUIT\0"] }, "PRIVMSG #a :x QUIT "],
])("writes %s", (_name, ...[line, written]) => {
  expect(writeIrc(line, all)).toBe(written);
});

test("writes no tag that the client does not take", () => {
  const line: IrcLine = { tags: { time: "t", msgid: "m" }, command: "X", params: [] };
  expect(writeIrc(line, (tag) => tag === "time")).toBe("@time=t X");
  expect(writeIrc(line, () => false)).toBe("X");
});
