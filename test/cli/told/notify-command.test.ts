import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isRunning } from "../../../client/cli/person/process-run.ts";
import { noticeOf } from "../../../client/cli/told/call-notice.ts";
import { NotifyCommand } from "../../../client/cli/told/notify-command.ts";
import type { Clock } from "../../../client/core/clock.ts";

/** Writes what it is told to a file, one run behind the other. */
const PROGRAM = `
  const { PAPO_ROOM, PAPO_NICK, PAPO_TEXT, PAPO_PRIVATE, PAPO_KEY, HOME } = process.env;
  const input = require("node:fs").readFileSync(0, "utf8");
  const told = { PAPO_ROOM, PAPO_NICK, PAPO_TEXT, PAPO_PRIVATE, PAPO_KEY, HOME, input, args: process.argv.slice(2) };
  require("node:fs").appendFileSync(process.argv[1], JSON.stringify(told) + "\\n");
`;

/** For what waits, it is time at once. */
const clock: Clock = {
  now: () => 0,
  setTimer(_, fn) {
    setImmediate(fn);
    return () => {};
  },
};

let file: string;
let complaints: string[];
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "papo-notify-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, "told");
  complaints = [];
});

const notice = (text: string, isPrivate = false) =>
  noticeOf({ nick: "bob", text, isPrivate, calls: true, isReplayed: false }, "lobby");

const commandOf = (...command: string[]) =>
  new NotifyCommand({
    command,
    env: { HOME: "/home/ana", PATH: process.env.PATH, PAPO_KEY: "sesame" },
    clock,
    complain: (sentence) => complaints.push(sentence),
  });

const told = () =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];

test("a program is told by its input and its environment, and of no secret; no shell reads any of it", async () => {
  const command = commandOf(process.execPath, "-e", PROGRAM, file, "$(touch pwned); a b");
  await command.tell(notice("look\n`id` \x1b[31m$HOME", true));
  const text = "look\n`id` $HOME";
  expect(told()).toEqual([
    {
      PAPO_ROOM: "lobby",
      PAPO_NICK: "bob",
      PAPO_TEXT: text,
      PAPO_PRIVATE: "1",
      HOME: "/home/ana",
      input: `${text}\n`,
      args: ["$(touch pwned); a b"],
    },
  ]);
  expect(complaints).toEqual([]);
});

test("of many at once, the first and the newest are told, one behind the other", async () => {
  const command = commandOf(process.execPath, "-e", PROGRAM, file);
  const first = command.tell(notice("1"));
  await Promise.all([2, 3, 4].map((number) => command.tell(notice(`${number}`))));
  await first;
  expect(told().map(({ input }) => input)).toEqual(["1\n", "4\n"]);
});

test.each([
  { command: ["/nowhere/notify"], says: /no program \/nowhere\/notify, which "notify"/ },
  { command: [process.execPath, "-e", "process.exit(7)"], says: /has ended with 7\.$/ },
  { command: ["a\0b"], says: /can't be run \(ERR_INVALID_ARG_VALUE\)/ },
])("that $command fails is said once", async ({ command, says }) => {
  const failing = commandOf(...command);
  await failing.tell(notice("1"));
  await failing.tell(notice("2"));
  expect(complaints).toEqual([expect.stringMatching(says)]);
});

test("what still runs at the end is ended, and nothing more is told", async () => {
  const script = `require("node:fs").writeFileSync(process.argv[1], process.pid + "\\n"); setInterval(() => {}, 1e6)`;
  const command = commandOf(process.execPath, "-e", script, file);
  const telling = command.tell(notice("1"));
  const watcher = watch(dirname(file));
  while (!existsSync(file) || !readFileSync(file, "utf8").endsWith("\n")) await once(watcher, "change");
  watcher.close();
  const pid = Number(readFileSync(file, "utf8"));
  expect(isRunning({ pid })).toBe(true);
  command.close();
  await telling;
  await command.tell(notice("2"));
  expect(isRunning({ pid })).toBe(false);
  expect(complaints).toEqual([]);
});
