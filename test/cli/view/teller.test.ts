import { beforeEach, describe, expect, test } from "vitest";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface } from "../../../client/cli/text/time.ts";
import { WINDOW } from "../../../client/cli/view/presence.ts";
import { Teller } from "../../../client/cli/view/teller.ts";
import { View } from "../../../client/cli/view/view.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import type { Chat } from "../../../client/core/chat.ts";
import type { ChatEvent, ChatState } from "../../../client/core/chat-event.ts";
import type { Entry } from "../../../client/core/sending/entry.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const you = { nick: "ana", uid: "aaaaaaaaaaaa", role: "owner" } as const;
const bob = { nick: "bob", uid: "bbbbbbbbbbbb" };

let clock: FakeClock;
let chat: { state: ChatState; room: Chat["room"]; outbox: Entry[] };
let talked: string[];
let told: string[];
let ignored: Map<string, string>;
let tellsComings: boolean;
let teller: Teller;

beforeEach(() => {
  clock = new FakeClock();
  talked = [];
  told = [];
  ignored = new Map();
  tellsComings = true;
  chat = {
    state: { state: "online" },
    room: {
      name: "lobby",
      you,
      members: [you, { ...bob, role: "member" }],
      topic: "tests",
      locked: false,
      slow: 0,
      seen: 0,
      features: [],
      limits: {},
      at: 0,
    },
    outbox: [],
  };
  teller = new Teller({
    chat,
    view: new View({
      files: { addressOf: ({ name }) => `https://host/${name}`, isLinked: false },
      styles: stylesFor("none"),
      clockface: clockface({ format: "off" }),
      now: () => clock.now(),
      you: () => you,
    }),
    clock,
    ignored,
    tellsComings: () => tellsComings,
    talk: ({ lines }) => talked.push(...lines.flatMap((line) => wrap(line))),
    status: ({ lines }) => told.push(...lines.flatMap((line) => wrap(line))),
  });
});

function said(text: string, author = bob): ChatEvent {
  return { type: "message", id: 1, at: clock.now(), ...author, text, own: false, replayed: false };
}
function comes(nick: string): ChatEvent {
  return { type: "joined", nick, uid: `uid of ${nick}`, role: "member", at: clock.now() };
}
function waiting(key: number, text: string): Entry {
  return { key, draft: { type: "say", text }, at: clock.now(), state: "waiting" };
}

test("who comes in is told where they are", () => {
  teller.tell({ type: "welcomed", resumed: false });
  teller.tell({ type: "caught_up" });
  expect(told).toEqual(["You are ana in lobby.", "2 here: ana (owner) and bob", "Topic: tests"]);
});

test("nothing of the ignored is told", () => {
  ignored.set(bob.uid, bob.nick);
  teller.tell(said("hi"));
  teller.tell({
    type: "edited",
    id: 2,
    target: 1,
    text: "x",
    by: "bob",
    byUid: bob.uid,
    at: 0,
    own: false,
    replayed: false,
  });
  expect(talked).toEqual([]);
});

test.each<{ event: ChatEvent; line: string }>([
  { event: { type: "left", ...bob, why: "lost", at: 0 }, line: "← bob lost the connection" },
  { event: { type: "left", ...bob, why: "kicked", at: 0 }, line: "← bob was kicked" },
  { event: { type: "renamed", uid: bob.uid, from: "bob", nick: "rob", at: 0 }, line: "bob is now rob" },
  { event: { type: "topic", text: "a\nb", by: "bob", byUid: "b", at: 0 }, line: "bob set the topic: a b" },
  { event: { type: "locked", locked: false, by: "bob", byUid: "b", at: 0 }, line: "bob unlocked the room" },
  { event: { type: "slow", seconds: 0, by: "bob", byUid: "b", at: 0 }, line: "bob ended slow mode" },
  { event: { type: "role", ...bob, role: "mod", by: "ana", byUid: "a", at: 0 }, line: "ana made bob a mod" },
  { event: { type: "unbanned", ...bob, by: "ana", byUid: "a", at: 0 }, line: "ana let bob in again" },
  {
    event: { type: "kicked", by: "bob", byUid: "b", reason: "no\x1b[2J" },
    line: "bob sent you out of the room: no",
  },
  {
    event: { type: "break", why: "erased" },
    line: "— the room begins anew: it was erased, or restored from a backup —",
  },
])("news: $line", ({ event, line }) => {
  teller.tell(event);
  expect(talked).toEqual([line]);
});

describe("in a room of which it is not told who comes and goes", () => {
  beforeEach(() => {
    tellsComings = false;
  });

  test.each<{ what: string; events: () => ChatEvent[]; lines: string[] }>([
    { what: "who comes", events: () => [comes("cyn")], lines: [] },
    { what: "who goes", events: () => [{ type: "left", ...bob, why: "left", at: 0 }], lines: [] },
    { what: "many", events: () => ["cyn", "dan", "eve", "fay", "gil"].map(comes), lines: [] },
    {
      what: "who is put out",
      events: () => [{ type: "left", ...bob, why: "kicked", at: 0 }],
      lines: ["← bob was kicked"],
    },
    { what: "who comes, and then speaks", events: () => [comes("bob"), said("hi")], lines: ["bob: hi"] },
  ])("$what", ({ events, lines }) => {
    for (const event of events()) teller.tell(event);
    clock.advance(WINDOW);
    expect(talked).toEqual(lines);
  });

  test("nor is what was gathered before", () => {
    tellsComings = true;
    for (const nick of ["cyn", "dan", "eve", "fay", "gil"]) teller.tell(comes(nick));
    tellsComings = false;
    clock.advance(WINDOW);
    expect(talked).toHaveLength(4);
  });
});

describe("many who come", () => {
  const crowd = ["cyn", "dan", "eve", "fay", "gil", "hal"];

  test("are folded, and told after a while", () => {
    for (const nick of crowd) teller.tell(comes(nick));
    expect(talked).toEqual(["→ cyn joined", "→ dan joined", "→ eve joined", "→ fay joined"]);
    clock.advance(WINDOW);
    expect(talked.at(-1)).toBe("→ gil and hal joined");
  });

  test("are told before what one of them says", () => {
    for (const nick of crowd) teller.tell(comes(nick));
    teller.tell(said("hi"));
    expect(talked.at(-1)).toBe("bob: hi");
    teller.tell(said("hello", { nick: "hal", uid: "uid of hal" }));
    expect(talked.slice(-2)).toEqual(["→ gil and hal joined", "hal: hello"]);
  });
});

describe("while offline", () => {
  function lose(): void {
    teller.tell({ type: "caught_up" });
    told.length = 0;
    chat.state = { state: "waiting", until: 0, attempt: 1 };
    teller.tell({ type: "state", state: chat.state });
    teller.tell({ type: "state", state: chat.state });
  }

  test("the loss is told once, and the way back", () => {
    lose();
    teller.tell({ type: "caught_up" });
    expect(told).toEqual(["— connection lost; papo goes on trying —", "— connected again —"]);
  });

  test("why the room lets nobody in is told once, and when the next attempt is", () => {
    const refused = (wait: number, message: string, code = "room_full") =>
      teller.tell({
        type: "state",
        state: {
          state: "waiting",
          until: clock.now() + wait,
          attempt: 1,
          problem: { problem: code, message },
        },
      });
    refused(60_000, "This room is full.");
    expect(told).toEqual([]);
    lose();
    refused(300_000, "This room is full.");
    refused(300_000, "This room is full.");
    refused(900, "The room does not answer.", "no_answer");
    expect(told).toEqual([
      "— connection lost; papo goes on trying —",
      "! This room is full. — papo tries again in 5m.",
      "! The room does not answer. — papo goes on trying.",
    ]);
    teller.tell({ type: "caught_up" });
    lose();
    refused(300_000, "This room is full.");
    expect(told.at(-1)).toBe("! This room is full. — papo tries again in 5m.");
  });

  test("a first attempt that is worth the wait says so", () => {
    const problem = { problem: "rate_limited", message: "Slow down a little." } as const;
    teller.tell({
      type: "state",
      state: { state: "waiting", until: clock.now() + 60_000, attempt: 1, problem },
    });
    expect(told).toEqual(["! Slow down a little. — papo tries again in 60s."]);
  });

  const missed = (text: string, own = false): ChatEvent => {
    return { type: "message", id: 7, at: clock.now(), ...(own ? you : bob), text, own, replayed: true };
  };
  test.each<{ what: string; events: () => ChatEvent[]; lines: string[] }>([
    {
      what: "what others have said is told from where one stopped",
      events: () => [
        missed("mine", true),
        missed("one"),
        missed("two"),
        { type: "caught_up" },
        said("three"),
      ],
      lines: ["ana: mine", "— you stopped here —", "bob: one", "bob: two", "bob: three"],
    },
    { what: "nothing was said", events: () => [{ type: "caught_up" }, said("one")], lines: ["bob: one"] },
  ])("on the way back, $what", ({ events, lines }) => {
    lose();
    for (const event of events()) teller.tell(event);
    expect(talked).toEqual(lines);
    lose();
    teller.tell(missed("again"));
    expect(talked.slice(-2)).toEqual(["— you stopped here —", "bob: again"]);
  });

  test("each line that waits is told once", () => {
    chat.outbox = [waiting(1, "on its way")];
    lose();
    teller.tell({ type: "pending", entry: waiting(2, "typed\nnow") });
    teller.tell({ type: "state", state: chat.state });
    expect(told).toEqual(["— connection lost; papo goes on trying —", "… on its way", "… typed now"]);
  });
});

describe("where the room asks for patience", () => {
  const paused = (seconds: number): ChatEvent => ({ type: "paused", until: clock.now() + seconds * 1_000 });

  test("it is told once, until all is sent, how long", () => {
    chat.outbox = [waiting(1, "a"), waiting(2, "b")];
    teller.tell(paused(3));
    teller.tell(paused(3));
    expect(told).toEqual(["Too much at once: 2 lines wait, and go on in 3s."]);
    chat.outbox = [];
    teller.tell({ type: "stored", entry: waiting(2, "b") });
    chat.outbox = [waiting(3, "c")];
    teller.tell(paused(2));
    expect(told.at(-1)).toBe("Too much at once: 1 line waits, and goes on in 2s.");
  });

  test("slow mode is told as such", () => {
    chat.room = { ...chat.room, slow: 60, you: { ...you, role: "member" } };
    chat.outbox = [waiting(1, "a")];
    teller.tell(paused(59.2));
    expect(told).toEqual(["Slow mode: 1 line waits, and goes on in 60s."]);
  });
});

test("refusals are told with what they refuse", () => {
  const problem = { problem: "no_such_nick", message: "Nobody here has that nickname." } as const;
  teller.tell({ type: "failed", entry: waiting(1, "psst"), problem });
  teller.tell({ type: "error", of: "kick", problem });
  expect(told).toEqual([
    "! Not sent: psst — Nobody here has that nickname.",
    "! Nobody here has that nickname.",
  ]);
});
