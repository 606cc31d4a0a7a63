import { beforeEach, describe, expect, test } from "vitest";
import { Homecoming } from "../../../client/cli/talk/homecoming.ts";
import type { MissedSum } from "../../../client/cli/view/view.ts";
import type { Saved } from "../../../client/core/chat.ts";
import type { ChatEvent } from "../../../client/core/chat-event.ts";
import { localProblem } from "../../../client/core/problem.ts";
import { RoomRecord } from "../../../client/core/room-record.ts";
import type { Message } from "../../../src/protocol/event.ts";

type History = ConstructorParameters<typeof Homecoming>[0]["chat"]["history"];

const SINCE = { id: 10, at: 10_000, epoch: 1 };
const message = (id: number, text = "x"): Message => {
  return { type: "message", id, at: id * 1_000, nick: "bob", uid: "bob---------", text };
};
const replayed = (id: number, text?: string): ChatEvent => {
  return { ...message(id, text), own: false, replayed: true };
};

let told: string[];
let missed: MissedSum | undefined;
let isAnew: boolean;
beforeEach(() => {
  told = [];
  missed = undefined;
  isAnew = false;
});

/** Somebody who comes back to a room where `newest` is the newest message, of which the welcome brought those from `first` on. */
async function comeBack(
  { first, newest, saved = {}, seen = 0 }: { first: number; newest: number; saved?: Saved; seen?: number },
  history: History = pages(newest),
): Promise<void> {
  const homecoming = new Homecoming({
    chat: {
      history,
      room: Object.assign(new RoomRecord(), { seen }),
      saved: () => ({ epoch: 1, after: newest, ...saved }),
    },
    since: SINCE,
    judge: ({ text }) => (text === "mine" ? "neither" : text === "ana" ? "concerns" : "counts"),
    tell: (event) => told.push("id" in event ? `${event.id}` : event.type),
    missed(sum) {
      missed = sum;
      told.push("—");
    },
    anew: () => {
      isAnew = true;
    },
  });
  for (let id = first; id <= newest; id++) homecoming.take(replayed(id, textOf(id)));
  homecoming.take({ type: "caught_up" });
  // Each page is one promise or a few.
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
  homecoming.take(replayed(newest + 1));
}

/** Every seventh calls; 13 is the reader's own. */
const textOf = (id: number) => (id === 13 ? "mine" : id % 7 === 0 ? "ana" : "x");

function pages(newest: number): History {
  return ({ after, before, limit = 50 } = {}) => {
    if (before !== undefined) {
      return Promise.resolve({ events: [message(before - 1)], more: true, before: before - 1 });
    }
    const from = (after ?? 0) + 1;
    const until = Math.min(newest, from + limit - 1);
    const events = Array.from({ length: Math.max(0, until - from + 1) }, (_, at) =>
      message(from + at, textOf(from + at)),
    );
    return Promise.resolve({ events, more: until < newest, after: until });
  };
}

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`);

describe("coming back", () => {
  test("the line stands behind what was seen, and one's own is not counted", async () => {
    await comeBack({ first: 5, newest: 15 });
    expect(told).toEqual([...ids(5, 10), "—", ...ids(11, 15), "caught_up", "16"]);
    expect(missed).toMatchObject({ count: 4, mentions: 1, isMore: false, isWhole: true, older: [] });
  });

  test("nothing new: no line", async () => {
    await comeBack({ first: 5, newest: 10 });
    expect(told).toEqual([...ids(5, 10), "caught_up", "11"]);
  });

  test("what the welcome lacks is read, up to 200", async () => {
    await comeBack({ first: 161, newest: 210 });
    expect(told).toEqual(["—", ...ids(11, 210), "caught_up", "211"]);
    expect(missed).toMatchObject({ count: 199, isWhole: true });
  });

  test("of more, the newest follow, with those that call before them", async () => {
    await comeBack({ first: 361, newest: 410 });
    expect(told).toEqual(["—", ...ids(361, 410), "caught_up", "411"]);
    expect(missed).toMatchObject({ count: 399, mentions: 57, isMore: false, isWhole: false, first: 361 });
    expect(missed?.older.map(({ id }) => id)).toEqual([294, 301, 308, 315, 322, 329, 336, 343, 350, 357]);
  });

  test("no more than ten pages are looked through: it is more than that", async () => {
    await comeBack({ first: 8_951, newest: 9_000 });
    expect(missed).toMatchObject({ count: 2_049, isMore: true, isWhole: false });
  });

  test("a history that can't be had holds nothing back", async () => {
    await comeBack({ first: 361, newest: 410 }, () => Promise.resolve(localProblem("no_answer")));
    expect(told.filter((each) => each !== "—")).toEqual([...ids(361, 410), "caught_up", "411"]);
  });

  test.each<[what: string, saved: Saved]>([
    ["began anew", { epoch: 2 }],
    ["is behind", { after: 4 }],
  ])("a room that %s has nothing of what was seen", async (_, saved) => {
    await comeBack({ first: 1, newest: 4, saved });
    expect(told).toEqual([...ids(1, 4), "caught_up", "5"]);
    expect(isAnew).toBe(true);
  });

  test.each([
    { seen: 12, behind: 12, count: 2 },
    // What this machine knows of counts where it is more.
    { seen: 8, behind: 10, count: 4 },
  ])("what was read elsewhere, up to $seen, is not new here", async ({ seen, behind, count }) => {
    await comeBack({ first: 5, newest: 15, seen });
    expect(told).toEqual([...ids(5, behind), "—", ...ids(behind + 1, 15), "caught_up", "16"]);
    expect(missed).toMatchObject({ count, since: { id: behind, at: behind * 1_000 } });
  });

  test("all of it read elsewhere: no line", async () => {
    await comeBack({ first: 5, newest: 15, seen: 15 });
    expect(told).toEqual([...ids(5, 15), "caught_up", "16"]);
  });
});
