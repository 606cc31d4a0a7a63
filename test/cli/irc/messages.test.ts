import { describe, expect, test } from "vitest";
import { ChannelAnswers } from "../../../client/cli/irc/channel/channel-answers.ts";
import { ChannelMessages } from "../../../client/cli/irc/channel/channel-messages.ts";
import { Voice } from "../../../client/cli/irc/channel/voice.ts";
import { SharedMemory } from "../../../client/cli/irc/shared-memory.ts";
import { type IrcLine, writeIrc } from "../../../client/cli/irc/wire/irc-message.ts";
import type { SeenEvent } from "../../../client/core/chat-event.ts";
import { IrcTrial } from "./irc-trial.ts";

/** What a client with these capabilities is told of events, without tags. */
function told(caps: readonly string[], events: readonly SeenEvent[]): string[] {
  const lines: IrcLine[] = [];
  const client = {
    nick: "zoe",
    source: "zoe!zoe@host",
    host: "host",
    has: (capability: string) => caps.includes(capability),
    send: (line: IrcLine) => void lines.push(line),
    batch: () => "b",
  };
  const voice = new Voice("#lobby", client, () => "zoe");
  const messages = new ChannelMessages({
    room: "lobby",
    voice,
    answers: new ChannelAnswers(),
    memory: new SharedMemory("https://chat.example.org"),
  });
  for (const event of events) messages.tell(event);
  return lines.map((line) => writeIrc(line, () => false));
}

const SEEN = { own: false, replayed: false };
const said = (id: number, text: string): SeenEvent => ({
  ...{ type: "message", id, at: 0, nick: "ana", uid: "ana", text, ...SEEN },
});
const by = (nick: string) => ({ at: 0, by: nick, byUid: nick, ...SEEN });

describe("what happens to a message says to which", () => {
  test.each<[string, SeenEvent[], string]>([
    [
      "of one's own",
      [said(1, "helo"), { type: "edited", id: 2, target: 1, text: "hello", ...by("ana") }],
      ":ana!ana@host NOTICE #lobby :edited a message “helo”: hello",
    ],
    [
      "of somebody else",
      [said(1, "spam"), { type: "deleted", id: 2, target: 1, ...by("mod") }],
      ":mod!mod@host NOTICE #lobby :deleted ana's message “spam”",
    ],
    [
      "that is longer than a line of its own",
      [said(1, "what do you all think of that"), { ...reaction(2, true), ...by("bob") }],
      ":bob!bob@host NOTICE #lobby :reacted with 👍 to ana's message “what do you all think o…”",
    ],
    [
      "that was not told",
      [{ ...reaction(2, true), ...by("bob") }],
      ":bob!bob@host NOTICE #lobby :reacted with 👍 to an older message",
    ],
    [
      "by taking back",
      [said(1, "x"), { ...reaction(2, false), ...by("bob") }],
      ":bob!bob@host NOTICE #lobby :took back the reaction 👍 to ana's message “x”",
    ],
  ])("%s", (_name, events, line) => {
    expect(told([], events).at(-1)).toBe(line);
  });

  test("a long edit is no longer than lines may be", () => {
    const edit = { type: "edited", id: 2, target: 1, text: "x ".repeat(600), ...by("ana") } as const;
    const [, ...lines] = told([], [said(1, "x"), edit]);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(510);
  });
});

function reaction(id: number, on: boolean) {
  return { type: "reacted" as const, id, target: 1, emoji: "👍", on, count: on ? 1 : 0 };
}

test.each<[string, string[], string[]]>([
  ["no tags", [], ["NOTICE"]],
  ["tags, as many that show none", ["message-tags"], ["TAGMSG", "NOTICE"]],
  ["what those ask for that show them", ["message-tags", "draft/chathistory"], ["TAGMSG"]],
])("a reaction is seen by who has asked for %s", (_name, caps, commands) => {
  const lines = told(caps, [said(1, "x"), { ...reaction(2, true), ...by("bob") }]).slice(1);
  expect(lines.map((line) => line.split(" ")[1])).toEqual(commands);
});

test.each<[string, string[], string, string]>([
  ["whom it answers stands before it", [], "yes", "ana: yes"],
  ["where tags are no sign of it, too", ["message-tags"], "yes", "ana: yes"],
  ["but not where it does", [], "Ana, yes", "Ana, yes"],
  ["nor for who shows replies", ["message-tags", "draft/chathistory"], "yes", "yes"],
])("of a reply, %s", (_name, ...[caps, text, shown]) => {
  const reply: SeenEvent = { ...said(2, text), ...{ type: "message", nick: "bob", uid: "bob", text, re: 1 } };
  expect(told(caps, [said(1, "well?"), reply]).at(-1)).toBe(`:bob!bob@host PRIVMSG #lobby :${shown}`);
});

test.each<[string, string, string]>([
  ["ci", "ci", "ci[hook]"],
  ["papo", "ci", "papo[hook-ci]"],
  ["a b", "my hook", "a[20]b[hook-my[20]hook]"],
])("what %s brings by the hook %s is nobody's who is here", (nick, hook, shown) => {
  const [line] = told([], [{ ...said(1, "built"), nick, hook } as SeenEvent]);
  expect(line).toBe(`:${shown}!ana@host PRIVMSG #lobby built`.replace("lobby built", "lobby :built"));
});

test("what turns a line around ends with it", () => {
  expect(told([], [said(1, "d\u202ee")])).toEqual([
    ":ana!ana@host PRIVMSG #lobby :\u2068d\u202ee\u202c\u2069",
  ]);
});

test("an edit through a room quotes what was said before", async () => {
  const trial = new IrcTrial();
  const ana = await trial.person("ana");
  ana.say({ text: "helo" });
  await trial.settle();
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  ana.edit(ana.recent[0]?.id ?? 0, "hello");
  await trial.settle();
  expect(bob.only("NOTICE")).toEqual([expect.stringMatching(/:edited a message “helo”: hello$/)]);
});
