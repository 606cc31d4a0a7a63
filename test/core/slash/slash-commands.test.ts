import { describe, expect, test } from "vitest";
import { linkCode } from "../../../client/core/link.ts";
import type { Ui } from "../../../client/core/slash/slash-command.ts";
import { commandLine, SLASH_COMMANDS } from "../../../client/core/slash/slash-commands.ts";
import type { Command } from "../../../src/protocol/command.ts";
import type { EventOf } from "../../../src/protocol/event.ts";
import { tokenOf } from "../../support/token-of.ts";
import { Trial } from "../../support/trial.ts";

const BOB = "bob---------";
const ANA = "ana---------";

/** Ana's command line in a room where bob, ana, bob and ana have spoken (ids 1 to 4). */
async function lobby(features: string[] = ["reactions", "hooks"]) {
  const heard: Command[] = [];
  const trial = new Trial({
    features,
    refuse: (command) => {
      if (command.type !== "history") heard.push(command);
      return undefined;
    },
  });
  const ana = trial.chat("ana");
  const bob = trial.chat("bob");
  trial.settle();
  for (const [who, text] of [
    [bob, "first"],
    [ana, "second"],
    [bob, "third"],
    [ana, "fourth"],
  ] as const) {
    who.chat.say({ text });
    trial.settle();
  }
  const screen: string[] = [];
  const asked: string[] = [];
  const ui: Ui = {
    print: (text) => screen.push(text),
    complain: (text) => screen.push(`! ${text}`),
    show: (messages) => screen.push(`shows ${messages.map(({ id }) => id)}`),
    oldestShown: () => 3,
    askSecret(question) {
      asked.push(question);
      return Promise.resolve(linkCode("token-of-another-client"));
    },
    showLink: () => screen.push("shows the code"),
    become: (token) => screen.push(`becomes ${token}`),
    ignored: new Map(),
    emojiNamed: (name) => (name === "+1" ? "👍" : undefined),
    topics: [{ name: "keys", help: "Show what keys do.", rows: [["Ctrl-R", "search"]] }],
    unread: {
      after: () => 2,
      show: (events, id) => screen.push(`missed ${events.map((each) => each.id)}, then ${id}`),
    },
    quit: (reason) => screen.push(reason === undefined ? "quits" : `quits: ${reason}`),
  };
  heard.length = 0;
  const submit = commandLine(ana.chat, ui);
  return {
    screen,
    asked,
    heard,
    ana,
    bob,
    trial,
    async type(line: string) {
      const submitted = submit(line);
      trial.settle();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
      trial.settle();
      return submitted;
    },
  };
}

const SENT: [line: string, command: object][] = [
  ["oi!", { type: "say", text: "oi!" }],
  ["//me is how to act", { type: "say", text: "/me is how to act" }],
  ["/me waves", { type: "say", text: "waves", me: true }],
  ["/msg bob psst,  you", { type: "say", text: "psst,  you", to: BOB }],
  ["/w BOB: psst", { type: "say", text: "psst", to: BOB }],
  ["/reply why?", { type: "say", text: "why?", re: 3 }],
  ["/reply bob why?", { type: "say", text: "why?", re: 3 }],
  ["/reply bob ^2 why?", { type: "say", text: "why?", re: 1 }],
  ["/reply ^1 why?", { type: "say", text: "why?", re: 4 }],
  ["/reply ^2 why?", { type: "say", text: "why?", re: 3 }],
  ["/reply bob", { type: "say", text: "bob", re: 3 }],
  ["/react 👍", { type: "react", id: 3, emoji: "👍", on: true }],
  ["/react ❤", { type: "react", id: 3, emoji: "❤️", on: true }],
  ["/react :+1:", { type: "react", id: 3, emoji: "👍", on: true }],
  ["/react ^1 👍", { type: "react", id: 4, emoji: "👍", on: true }],
  ["/react ^3 👍", { type: "react", id: 2, emoji: "👍", on: true }],
  ["/react @bob ^2 🏳️‍🌈", { type: "react", id: 1, emoji: "🏳️‍🌈", on: true }],
  ["/edit better", { type: "edit", id: 4, text: "better" }],
  ["/edit ^2 better\nlines", { type: "edit", id: 2, text: "better\nlines" }],
  ["/delete", { type: "delete", id: 4 }],
  ["/delete ^2", { type: "delete", id: 2 }],
  ["/delete bob", { type: "delete", id: 3 }],
  ["/delete bob ^2", { type: "delete", id: 1 }],
  ["/kick bob", { type: "kick", who: BOB }],
  ["/KICK bob too loud", { type: "kick", who: BOB, reason: "too loud" }],
  ["/kick ＠ｂｏｂ： too loud", { type: "kick", who: BOB, reason: "too loud" }],
  ["/msg bob، psst", { type: "say", text: "psst", to: BOB }],
  ["/ban @bob spam", { type: "ban", who: BOB, reason: "spam" }],
  ["/ban bob --for 2h", { type: "ban", who: BOB, hours: 2 }],
  ["/ban bob --for 3D --hide spam", { type: "ban", who: BOB, hours: 72, hide: true, reason: "spam" }],
  ["/ban bob --hide --for 1w", { type: "ban", who: BOB, hours: 168, hide: true }],
  ["/ban bob --hours 24 --hide spam", { type: "ban", who: BOB, hours: 24, hide: true, reason: "spam" }],
  // As telephones write two hyphens.
  ["/ban bob —for 365d", { type: "ban", who: BOB, hours: 8_760 }],
  ["/ban bob hide and seek for hours", { type: "ban", who: BOB, reason: "hide and seek for hours" }],
  ["/ban bob -- 2h of spam", { type: "ban", who: BOB, reason: "2h of spam" }],
  ["/ban bob --hide -- --for ever", { type: "ban", who: BOB, hide: true, reason: "--for ever" }],
  ["/ban bob spam --for 2h", { type: "ban", who: BOB, reason: "spam --for 2h" }],
  ["/bannet bob --for 1d spam", { type: "ban", who: BOB, reason: "spam", network: true, hours: 24 }],
  ["/acts", { type: "acts", limit: 20 }],
  ["/acts 200", { type: "acts", limit: 200 }],
  ["/hook ci", { type: "hook", name: "ci" }],
  ["/hook  GitHub deploys ", { type: "hook", name: "GitHub deploys" }],
  ["/hooks", { type: "hooks" }],
  ["/unhook ci", { type: "unhook", name: "ci" }],
  ["/invite", { type: "invite", days: 7 }],
  ["/invite one", { type: "invite", days: 7, one: true }],
  ["/invite 30", { type: "invite", days: 30 }],
  ["/invite 1 day one", { type: "invite", days: 1, one: true }],
  ["/invite 3d ONE", { type: "invite", days: 3, one: true }],
  ["/bannet bob: spam", { type: "ban", who: BOB, reason: "spam", network: true }],
  ["/op bob", { type: "role", who: BOB, role: "mod" }],
  ["/op bob owner", { type: "role", who: BOB, role: "owner" }],
  ["/deop bob", { type: "role", who: BOB, role: "member" }],
  ["/topic all about chat", { type: "topic", text: "all about chat" }],
  ["/untopic", { type: "topic", text: "" }],
  ["/unlock", { type: "lock", key: null }],
  ["/slow 10", { type: "slow", seconds: 10 }],
  ["/slow off", { type: "slow", seconds: 0 }],
  ["/nick anna", { type: "nick", nick: "anna" }],
  ["/s Deploy", { type: "search", text: "Deploy", limit: 50 }],
  ["/search Deploy", { type: "search", text: "Deploy", limit: 50 }],
];

test("/names, /ignore: a nickname that runs from right to left keeps what stands behind it", async () => {
  const { type, screen, trial } = await lobby();
  trial.chat("דהו", { token: tokenOf("dhw") });
  trial.settle();
  await type("/names");
  await type("/ignore דהו");
  await type("/ignore");
  expect(screen[0]).toContain(", \u2068דהו\u2069");
  expect(screen[1]).toContain("\u2068דהו\u2069");
  expect(screen[2]).toContain("\u2068דהו\u2069");
});

test.for(SENT)("%s is sent as it should be", async ([line, command]) => {
  const { type, heard, screen } = await lobby();
  expect(await type(line)).toBe("done");
  expect(screen).toEqual([]);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject(command);
});

const SHOWN: [line: string, screen: RegExp][] = [
  ["/foo bar", /^! There is no \/foo\./],
  ["/", /^! There is no \/\./],
  ["/msg bob", /^! Write it as: \/msg <nick> <text>/],
  ["/msg zoe hi", /^! Nobody here is called zoe/],
  ["/kick", /^! Write it as/],
  ["/bannet", /^! Write it as/],
  ["/ban bob 2h spam", /^! Before the reason may stand --for/],
  ["/ban bob for 2 hours", /^! Before the reason may stand --for/],
  ["/ban bob --for", /^! Before the reason may stand --for/],
  ["/ban bob --for 30m", /^! Before the reason may stand --for/],
  ["/ban bob --for 366d", /^! Before the reason may stand --for/],
  ["/ban bob --for 0h spam", /^! Before the reason may stand --for/],
  ["/ban bob --hdie spam", /^! Before the reason may stand --for/],
  ["/acts 0", /^! Write \/acts with 1 to 200, or \/acts more/],
  ["/acts some", /^! Write \/acts with/],
  ["/acts more", /^! There is nothing older/],
  ["/hook", /^! Write it as: \/hook <name>/],
  ["/unhook", /^! Write it as: \/unhook <name>/],
  ["/invite 0", /^! An invitation is good for 1 to 365 days/],
  ["/invite 366 one", /^! An invitation is good for/],
  ["/invite bob", /^! Write it as: \/invite \[days\] \[one\]/],
  ["/allow", /^! Write it as/],
  ["/edit", /^! Write it as/],
  ["/edit ^9 text", /^! There is no such message/],
  ["/reply", /^! Write it as/],
  ["/slow soon", /^! Write \/slow with 0 to 600 seconds/],
  ["/slow 601", /^! Write \/slow with/],
  ["/slow", /^Slow mode is off/],
  ["/topic", /^This room has no topic/],
  ["/lock secret", /^! Write \/lock alone/],
  ["/names", /^2 here: ana, bob/],
  ["/history", /^shows 1,2$/],
  ["/history 999", /^! Write \/history with 1 to 200/],
  ["/search", /^! Write \/search and/],
  ["/search more", /^! Nothing is left to search/],
  ["/ignore", /^You ignore nobody/],
  ["/ignore ana", /^! You can't ignore yourself/],
  ["/ignore bob", /^You ignore bob now/],
  ["/link", /^shows the code$/],
  ["/link enter", /^becomes token-of-another-client$/],
  ["/unread", /^missed 3,4, then undefined$/],
  ["/exit", /^quits$/],
  ["/quit tea  time", /^quits: tea {2}time$/],
  ["/close tea\ntime", /^quits: tea time$/],
  [`/close ${"x".repeat(201)}`, /^! That is too long: 201 characters, and 200 are the most here\.$/],
  [`/topic ${"x".repeat(201)}`, /^! That is too long: 201 /],
  [`/kick bob ${"x".repeat(201)}`, /^! That is too long: 201 /],
  [`/ban bob ${"🦜".repeat(201)}`, /^! That is too long: 201 /],
  ["/untopic now", /^! Write it as: \/untopic$/],
  ["x".repeat(4_213), /^! That is too long: 4,213 characters; a message has at most 4,000\.$/],
  [`/me ${"👋".repeat(4_001)}`, /^! That is too long: 4,001 characters/],
  [
    "/quti",
    /^! There is no \/quti\. Did you mean \/quit\? \/help shows all there is; \/\/quti says \/quti\.$/,
  ],
  ["/se Deploy", /Did you mean \/search\?/],
  ["/Hsitory 5", /Did you mean \/history\?/],
  ["/react", /^! Write it as: \/react/],
  ["/react ok", /^! ok is not one emoji/],
  ["/react 👍👍", /^! 👍👍 is not one emoji/],
  ["/react :nothing:", /^! :nothing: is not one emoji/],
  ["/react ^9 👍", /^! There is no such message/],
  ["/react nobody 👍", /^! Nobody here is called nobody/],
  ["/react bob that 👍", /^! Nobody here is called that/],
  ["/react some words 👍", /^! Write it as: \/react/],
  ["/unreact nobody", /^! Nobody here is called nobody/],
  ["/unreact", /^! There is no such reaction/],
  ["/reply ^2", /^! Write it as: \/reply/],
  ["/whois carl", /^! Nobody here is called carl/],
  ["/history 25:00", /^! Write \/history with 1 to 200 messages, or since when/],
  ["/history more", /^! Nothing is left to show/],
  ["/help topci", /^! There is no \/topci\. Did you mean \/topic\?/],
  ["/help nonsense", /^! There is no \/nonsense/],
  ["/help /w", /^\/msg <nick> <text> \(\/w\) {2}Say something/],
];

test.for(SHOWN)("%s is answered on the screen alone", async ([line, answer]) => {
  const { type, heard, screen } = await lobby();
  await type(line);
  expect(screen).toEqual([expect.stringMatching(answer)]);
  expect(heard).toEqual([]);
});

describe("/away", () => {
  /** The same, where ana or bob are away. */
  async function away({ ana, bob }: { ana?: string; bob?: string }) {
    const room = await lobby(["away"]);
    for (const [nick, uid, text] of [
      ["ana", ANA, ana],
      ["bob", BOB, bob],
    ] as const)
      if (text !== undefined) room.trial.room.tell({ type: "away", nick, uid, text });
    room.trial.settle();
    return room;
  }

  test.each<[line: string, where: { ana?: string }, sent: object[], screen: string[]]>([
    [
      "/away lunch, back at 2",
      {},
      [{ type: "away", text: "lunch, back at 2" }],
      ["You are away now, for all to see. /away alone ends it."],
    ],
    ["/away", { ana: "lunch" }, [{ type: "away", text: null }], ["You are back."]],
    ["/away", {}, [], ["! You are not away. Write /away and where you are."]],
    [`/away ${"x".repeat(201)}`, {}, [], ["! That is too long: 201 characters, and 200 are the most here."]],
  ])("%s", async (line, where, ...[sent, screen]) => {
    const room = await away(where);
    await room.type(line);
    expect(room.heard).toEqual(sent);
    expect(room.screen).toEqual(screen);
  });

  test("is nothing that an older server knows", async () => {
    const { type, heard, screen } = await lobby();
    await type("/away lunch");
    expect([heard, screen]).toEqual([[], ["! This server does not know that."]]);
  });

  test("/names tells who is away, and where", async () => {
    const { type, screen, trial } = await away({ bob: "lunch\nbob (owner)" });
    trial.room.tell({ type: "joined", nick: "ci", uid: "ci----------", role: "mod", bot: true, at: 0 });
    trial.settle();
    await type("/names");
    expect(screen).toEqual(["3 here: ci (mod, bot), ana, bob (away: lunch bob (owner))"]);
    trial.room.tell({ type: "away", nick: "bob", uid: BOB, text: null });
    trial.settle();
    await type("/names");
    expect(screen.at(-1)).toBe("3 here: ci (mod, bot), ana, bob");
  });

  test.each<[line: string, told: boolean]>([
    ["/msg bob psst", true],
    ["/reply why?", false],
    ["/msg ana to myself", false],
    ["everybody", false],
  ])("whoever writes to somebody alone is told that they are away: %s", async (line, told) => {
    const { type, screen, heard } = await away({ bob: "lunch\nnow" });
    await type(line);
    expect(heard).toMatchObject([{ type: "say" }]);
    expect(screen).toEqual(told ? ["bob is away: lunch now"] : []);
  });
});

describe("nobody is asked for what would be refused", () => {
  test("/lock asks an owner", async () => {
    const { type, heard, trial } = await lobby();
    trial.room.tell({ type: "role", uid: ANA, nick: "ana", role: "owner", by: "bob", byUid: BOB, at: 0 });
    trial.settle();
    await type("/lock");
    expect(heard).toMatchObject([{ type: "lock", key: linkCode("token-of-another-client") }]);
  });

  test("/lock does not ask a plain member", async () => {
    const { type, screen, heard, asked } = await lobby();
    await type("/lock");
    expect(screen).toEqual(["! Only the room's owners may do that."]);
    expect([asked, heard]).toEqual([[], []]);
  });

  test("/lock does not ask who is offline", async () => {
    const { type, screen, asked, trial } = await lobby();
    trial.cut();
    await type("/lock");
    expect(screen).toEqual(["! You are not connected to the room right now."]);
    expect(asked).toEqual([]);
  });

  test("/link enter does not ask while something is still to be sent", async () => {
    const { type, screen, asked, ana, trial } = await lobby();
    trial.cut();
    ana.chat.say({ text: "offline" });
    await type("/link enter");
    expect(screen).toEqual([expect.stringMatching(/still waits to be sent/)]);
    expect(asked).toEqual([]);
  });
});

test("a topic is one line of ours, whatever it says", async () => {
  const { type, screen, trial } = await lobby();
  trial.room.tell({ type: "topic", text: "a\n07:31 bob: b", by: "bob", byUid: BOB, at: 0 });
  trial.settle();
  await type("/topic");
  expect(screen).toEqual(["Topic: a 07:31 bob: b"]);
});

test("/help lists what a member may use, and nothing else", async () => {
  const { type, screen } = await lobby();
  await type("/help");
  const listed = (screen[0] ?? "").split("\n").map((line) => line.split(" ")[0]);
  const expected = SLASH_COMMANDS.filter(({ role }) => role === undefined).map(({ name }) => `/${name}`);
  expect(listed).toEqual([...expected, "/help"]);
  await type("/help keys");
  expect(screen[1]).toBe("Ctrl-R  search");
});

test("/unreact takes back what one has reacted", async () => {
  const { type, heard } = await lobby();
  for (const line of [
    "/react ^2 👍",
    "/react ^3 👍",
    "/react ^3 🎉",
    "/unreact ^3 🎉",
    "/unreact",
    "/unreact ^3",
  ])
    await type(line);
  expect(heard.slice(3)).toMatchObject([
    { type: "react", id: 2, emoji: "🎉", on: false },
    { type: "react", id: 3, emoji: "👍", on: false },
    { type: "react", id: 2, emoji: "👍", on: false },
  ]);
});

test("a room that knows no reactions is not asked for one", async () => {
  const { type, heard, screen } = await lobby([]);
  await type("/react 👍");
  expect(heard).toEqual([]);
  expect(screen).toEqual(["! This server does not know that."]);
});

test("/whois tells what is known of somebody", async () => {
  const { type, screen, trial } = await lobby();
  const carl = trial.chat("carl");
  trial.settle();
  await type("/whois @bob");
  expect(screen.pop()).toMatch(
    /^bob \(bob---------\) is here, as a member\.\nHere since .*\nSaid something last at \S+ \S+\.$/,
  );
  await type("/whois carl");
  await type("");
  expect(screen.pop()).toMatch(/is here, as a member\.\nHere since \d.*\nHas said nothing lately\.$/);
  void carl.chat.leave();
  trial.settle();
  await type("/whois carl--------");
  await type("");
  expect(screen.pop()).toMatch(/is not here\.\nHas said nothing lately\.$/);
});

test("/whois looks behind what is at hand for what somebody said last", async () => {
  const { type, screen, trial } = await lobby();
  const said = screen.length;
  for (let id = 5; id <= 600; id++)
    trial.room.tell({
      type: "message",
      id,
      at: trial.clock.now(),
      nick: "ana",
      uid: ANA,
      text: `said ${id}`,
    });
  trial.settle();
  await type("/whois bob");
  await type("");
  expect(screen.slice(said)).toEqual([expect.stringMatching(/Said something last at \S+ \S+\.$/)]);
});

test("/whois, where nobody can be asked, tells what is known", async () => {
  const { type, screen, trial } = await lobby();
  const carl = trial.chat("carl");
  trial.settle();
  void carl;
  trial.cut();
  await type("/whois carl");
  await type("");
  expect(screen.pop()).toMatch(/Has said nothing lately\.$/);
});

test("every command is there", () => {
  const names = SLASH_COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const wanted =
    "help close quit exit nick away me msg reply names edit delete kick ban bannet unban allow bans acts invite hook hooks unhook op deop topic lock unlock slow history search ignore link";
  for (const name of wanted.split(" ")) expect(names).toContain(name);
  expect(new Set(names).size).toBe(names.length);
});

test("/delete takes back what was never sent; /edit does not touch the message before it", async () => {
  const { type, screen, heard, ana, trial } = await lobby();
  trial.cut();
  ana.chat.say({ text: "offline" });
  await type("/edit better");
  expect(screen.pop()).toMatch(/still on its way/);
  trial.cut();
  ana.chat.say({ text: "again" });
  expect(heard.filter(({ type }) => type === "edit")).toEqual([]);
});

const BAN = {
  uid: "eve---------",
  nick: "eve",
  by: "ana",
  byUid: "ana---------",
  at: 1,
  reason: "spam\nspam",
};
const KEPT = [
  { uid: "carl--------", nick: "carl", at: 2 },
  { uid: "imp---------", nick: "CARL", at: 3 },
  { uid: "dora--------", nick: "dora", at: 4 },
];

const KEPT_OUT: [line: string, kept: typeof KEPT | undefined, sent: object[], screen: string[]][] = [
  ["/allow dora", KEPT, [{ type: "allow", who: "dora--------" }], []],
  ["/allow @Dora", KEPT, [{ type: "allow", who: "dora--------" }], []],
  ["/allow carl--------", KEPT, [{ type: "allow", who: "carl--------" }], []],
  [
    "/allow carl",
    KEPT,
    [],
    ["! Several were kept out under that name. Write /allow carl-------- or imp---------."],
  ],
  ["/allow eve", KEPT, [], ["! Nobody called eve was kept out for their network lately."]],
  ["/allow dora", undefined, [], ["! Nobody called dora was kept out for their network lately."]],
  ["/unban eve", KEPT, [{ type: "unban", who: "eve---------" }], []],
  ["/bans", undefined, [], ["eve (eve---------), by ana: spam spam"]],
  [
    "/bans",
    KEPT.slice(2),
    [],
    [
      "eve (eve---------), by ana: spam spam",
      "Kept out for their network alone: dora (dora--------). /allow lets one of them in.",
    ],
  ],
];

test.for(KEPT_OUT)("§7 %s, where %j are kept out", async ([line, kept, sent, screen]) => {
  const room = await lobby();
  await room.type(line);
  const [asked] = room.heard.splice(0);
  const cid = asked !== undefined && "cid" in asked ? asked.cid : undefined;
  room.trial.room.tell({
    type: "bans",
    list: [BAN],
    ...(cid !== undefined && { cid }),
    ...(kept !== undefined && { kept }),
  });
  // The answer, and what the command makes of it.
  await room.type("");
  await room.type("");
  expect(room.heard).toEqual(sent);
  expect(room.screen).toEqual(screen);
});

test("/ignore ends as it began, however the nickname is written, and though they have left", async () => {
  const { type, screen, trial } = await lobby();
  const zoe = trial.chat("zoe");
  trial.settle();
  await type("/ignore zoe");
  void zoe.chat.leave();
  trial.settle();
  await type("/ignore @ZOE:");
  expect(screen.at(-1)).toBe("You hear zoe again.");
});

type Answered = EventOf<"found" | "acts" | "invite" | "bans" | "hook" | "hooks" | "unhook">;

/** What a line shows once the room has answered its question. */
async function answered(line: string, answer: Answered) {
  const room = await lobby();
  await room.type(line);
  await reply(room, answer);
  return room;
}

async function reply(room: Awaited<ReturnType<typeof lobby>>, answer: Answered) {
  const asked = room.heard.at(-1);
  const cid = asked !== undefined && "cid" in asked ? asked.cid : undefined;
  room.trial.room.tell({ ...answer, ...(cid !== undefined && { cid }) });
  await room.type("");
  await room.type("");
}

test.each<[string, number[], boolean, string[]]>([
  ["what others said", [3, 2], false, ["shows 2"]],
  ["what the ignored alone said", [3, 1], false, ["Nothing found."]],
  ["the same, where there is more", [3], true, ["Nothing found; /search alone looks further back."]],
  ["nothing at all", [], false, ["Nothing found."]],
])("/search that finds %s", async (_, ...[ids, more, shown]) => {
  const room = await lobby();
  await room.type("/ignore bob");
  room.screen.length = 0;
  await room.type("/search d");
  const list = ids.map((id) => {
    const who = id % 2 === 1 ? { nick: "bob", uid: BOB } : { nick: "ana", uid: ANA };
    return { type: "message" as const, id, at: id, text: "d", ...who };
  });
  await reply(room, { type: "found", events: list, more, ...(more && { before: 3 }) });
  expect(room.screen).toEqual(shown);
});

const act = (id: number, act: string, more: object = {}) => ({
  ...{ id, at: new Date(2026, 10, 26, 16, id).getTime(), act, by: "ana", byUid: ANA },
  ...more,
});
const onBob = { nick: "bob", uid: BOB };

test("/acts tells what was done, the newest last; what is new to this client by its name", async () => {
  const list = [
    act(11, "hook", { nick: "ci", uid: "hook-ci-----", reason: "off" }),
    act(10, "hook", { nick: "ci", uid: "hook-ci-----", reason: "on" }),
    act(9, "invite"),
    act(8, "poll", { ...onBob, reason: "why\n07:31 not" }),
    act(7, "lock", { reason: "off" }),
    act(6, "topic", { reason: "" }),
    act(5, "slow", { reason: "10" }),
    act(4, "role", { ...onBob, reason: "mod" }),
    act(3, "delete", { ...onBob, target: 7 }),
    act(2, "unban", onBob),
    act(1, "ban", { ...onBob, reason: "spam" }),
  ];
  const { screen } = await answered("/acts", { type: "acts", list, more: false });
  expect(screen.join("\n").split("\n")).toEqual([
    "2026-11-26 16:01  bob was banned by ana: spam",
    "2026-11-26 16:02  ana let bob in again",
    "2026-11-26 16:03  ana deleted a message of bob",
    "2026-11-26 16:04  ana made bob a mod",
    "2026-11-26 16:05  ana set slow mode: members wait 10 s between messages",
    "2026-11-26 16:06  ana took the topic away",
    "2026-11-26 16:07  ana unlocked the room",
    "2026-11-26 16:08  ana: poll bob: why 07:31 not",
    "2026-11-26 16:09  ana made an invitation",
    "2026-11-26 16:10  ana made the hook ci",
    "2026-11-26 16:11  ana ended the hook ci",
  ]);
});

test("/acts more goes on where the last page ended", async () => {
  const room = await answered("/acts 1", { type: "acts", list: [act(5, "lock")], more: true });
  expect(room.screen.at(-1)).toMatch(/\/acts more shows older ones\.$/);
  await room.type("/acts more");
  expect(room.heard.at(-1)).toMatchObject({ type: "acts", before: 5, limit: 20 });
  await reply(room, { type: "acts", list: [], more: false });
  expect(room.screen.at(-1)).toBe("No act of order is known.");
});

test.for([
  ["/invite", /lets everybody in who has it, until 2026-11-26 16:05\.$/],
  [
    "/invite one",
    /lets one person in, the first who has it, until 2026-11-26 16:05\. A ban keeps them out\.$/,
  ],
] as const)("%s shows the link, and what it is good for", async ([line, said]) => {
  const expires = new Date(2026, 10, 26, 16, 5).getTime() / 1_000;
  const link = "https://host/lobby#pass=p1.a.b";
  const { screen } = await answered(line, { type: "invite", pass: "p1.a.b", link, expires });
  const [shown = "", ...about] = (screen[0] ?? "").split("\n");
  expect(shown).toBe(link);
  expect(about.join()).toMatch(said);
});

test("a hook's address is shown once; the list has none", async () => {
  const url = "https://host/api/rooms/lobby/hooks/abcdefghijklmnopqrstuvwx";
  const { screen } = await answered("/hook ci", { type: "hook", name: "ci", url });
  expect(screen).toEqual([
    expect.stringMatching(/^https:\S+x\nWhoever has this address can post here as ci,/),
  ]);
  const at = new Date(2026, 10, 26, 16, 5).getTime();
  const list = [{ name: "ci", by: "ana", byUid: ANA, at }];
  expect((await answered("/hooks", { type: "hooks", list })).screen).toEqual([
    "ci, by ana, 2026-11-26 16:05",
  ]);
  expect((await answered("/hooks", { type: "hooks", list: [] })).screen).toEqual([
    "This room has no hooks. /hook and a name makes one.",
  ]);
  expect((await answered("/unhook ci", { type: "unhook", name: "ci" })).screen).toEqual([
    "ci has ended: its address is good for nothing now.",
  ]);
});

test.each(["/hook ci", "/hooks", "/unhook ci"])("%s is not asked of a server without hooks", async (line) => {
  const { type, screen, heard } = await lobby([]);
  await type(line);
  expect([screen, heard]).toEqual([["! This server does not know that."], []]);
});

test("/bans says until when", async () => {
  const until = new Date(2026, 10, 28, 9, 30).getTime();
  const { screen } = await answered("/bans", { type: "bans", list: [{ ...BAN, until }] });
  expect(screen).toEqual(["eve (eve---------), by ana, until 2026-11-28 09:30: spam spam"]);
});

test("an owner who bans is told once what makes a ban worth something", async () => {
  const { type, screen, trial } = await lobby();
  trial.room.tell({ type: "role", uid: ANA, nick: "ana", role: "owner", by: "bob", byUid: BOB, at: 0 });
  trial.settle();
  await type("/ban bob");
  await type("/ban bob");
  expect(screen).toEqual([expect.stringMatching(/invitations for one person \(\/invite one\), a ban holds/)]);
});
