import { expect, test } from "vitest";
import { localProblem, type Problem } from "../../../client/core/problem.ts";
import type { Answer, Query } from "../../../client/core/timeline/asks.ts";
import type { SavedPosition } from "../../../client/core/timeline/position.ts";
import { Timeline } from "../../../client/core/timeline/timeline.ts";
import { messageOf, welcome } from "../../support/room/scripted-room.ts";

/** A timeline at `after`, what it has told (`3` live, `r3` replayed, or the kind of a break), and its questions. */
function trial(saved: SavedPosition = {}) {
  const told: string[] = [];
  const proofs: string[] = [];
  const asked: { question: Query; done: (answer: Answer | Problem) => void }[] = [];
  const timeline = new Timeline(
    {
      ask: (question, done) => asked.push({ question, done }),
      tell: ({ id }, replayed) => told.push(`${replayed ? "r" : ""}${id}`),
      broken: (why) => told.push(why),
      proved: (continuity) => proofs.push(continuity),
      caughtUp: () => told.push("."),
      stuck: () => told.push("stuck"),
    },
    saved,
  );
  return {
    timeline,
    place: () => timeline.position.place,
    proofs,
    asked: () => asked.map(({ question }) => question),
    told: () => told.splice(0).join(" "),
    answer(ids: number[], rest: Partial<Page> = {}) {
      asked.shift()?.done({ type: "history", events: events(ids), more: false, ...rest });
    },
    fail: (code: "offline" | "no_answer" = "offline") => asked.shift()?.done(localProblem(code)),
  };
}

type Page = Omit<Extract<Answer, { type: "history" }>, "type" | "events">;

const events = (ids: number[]) => ids.map((id) => messageOf(id));

test("§3 the first welcome brings the latest, then live events follow", () => {
  const { timeline, told, place } = trial();
  timeline.welcome(welcome({ cursor: 9, events: events([7, 8]) }));
  timeline.live(messageOf(10));
  expect(told()).toBe("r7 r8 . 10");
  expect(place()).toEqual({ after: 10, afterAt: 10, epoch: 1 });
});

const CURSORS: [what: string, given: Parameters<typeof welcome>[0], place: object][] = [
  ["an empty room", {}, { after: 0 }],
  ["other people's private messages only", { cursor: 9, cursorAt: 99 }, { after: 9, afterAt: 99 }],
  [
    "newest messages that others write in private",
    { cursor: 9, cursorAt: 99, events: events([7]) },
    { after: 9, afterAt: 99 },
  ],
  ["one's newest message", { cursor: 7, cursorAt: 7, events: events([7]) }, { after: 7, afterAt: 7 }],
  ["an older server, which tells no time", { cursor: 9, events: events([7]) }, { after: 9 }],
];

test.for(CURSORS)("§3 it resumes from the cursor, with the time of that event: %s", ([, given, expected]) => {
  const { timeline, place } = trial();
  timeline.welcome(welcome(given));
  expect(place()).toEqual({ ...expected, epoch: 1 });
});

test("§1 what is new to this client is not told, and counts as heard", () => {
  const { timeline, told, place } = trial();
  timeline.welcome(welcome({ cursor: 7 }));
  timeline.live(messageOf(8));
  timeline.live({ type: "skipped", id: 9, at: 90 });
  expect(told()).toBe(". 8");
  expect(place()).toEqual({ after: 9, afterAt: 90, epoch: 1 });
});

test("§3 a resumed one goes on, and tells nothing twice", () => {
  const { timeline, told } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 7, events: events([5, 6, 7]) }));
  timeline.live(messageOf(7));
  timeline.live(messageOf(8));
  expect(told()).toBe("r6 r7 . 8");
});

test("§3 a gap is filled by pages, with live events waiting behind", () => {
  const { timeline, told, asked, answer, proofs } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([10, 12]), gap: true }));
  timeline.live(messageOf(13));
  expect(asked()).toEqual([{ type: "history", after: 5, limit: 200 }]);
  answer([6, 7], { more: true });
  expect(told()).toBe("r6 r7");
  expect(proofs).toEqual(["whole"]);
  expect(asked()).toEqual([{ type: "history", after: 7, limit: 200 }]);
  answer([9, 10], { more: true });
  expect(asked()).toEqual([]);
  expect(told()).toBe("r9 r10 r12 . 13");
});

test("§6 a page that was cut short, or has nothing for this client, is gone on from where it says", () => {
  const { timeline, told, asked, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 30, events: events([30]), gap: true }));
  answer([6], { more: true, after: 12 });
  expect(asked()).toEqual([{ type: "history", after: 12, limit: 200 }]);
  answer([], { more: true, after: 20 });
  expect(asked()).toEqual([{ type: "history", after: 20, limit: 200 }]);
  answer([21]);
  expect(told()).toBe("r6 r21 r30 .");
});

const PROBES: [what: string, kept: number[], told: string, proof: string][] = [
  ["something seen is still kept, so nothing is missing", [3], "r8 r10 .", "whole"],
  ["nothing seen is kept, so retention took something", [], "retention r8 r10 .", "torn"],
];

test.for(PROBES)("§3 ids skip: %s", ([, kept, expected, proof]) => {
  const { timeline, told, asked, answer, proofs } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 10, events: events([10]), gap: true }));
  answer([8]);
  expect(asked()).toEqual([{ type: "history", before: 6, limit: 1 }]);
  answer([], { more: true, before: 4 });
  expect(asked()).toEqual([{ type: "history", before: 4, limit: 1 }]);
  answer(kept);
  expect(told()).toBe(expected);
  expect(proofs).toEqual([proof]);
});

const RESTARTS: [what: string, given: Parameters<typeof welcome>[0]][] = [
  ["another epoch", { epoch: 2, cursor: 9, events: events([3, 9]), gap: true }],
  ["a cursor below what was seen", { cursor: 4, events: events([3, 4]), gap: true }],
  ["a reset", { cursor: 9, events: events([3, 9]), gap: true, reset: true }],
];

test.for(RESTARTS)("§3 %s is another history: break, and begin anew", ([, given]) => {
  const { timeline, told, asked, place } = trial({ after: 5, afterAt: 5, epoch: 1 });
  timeline.welcome(welcome(given));
  const [first, second] = given?.events ?? [];
  expect(told()).toBe(`erased r${first?.id} r${second?.id} .`);
  expect(asked()).toEqual([]);
  expect(place().after).toBe(given?.cursor);
});

test("§3 a connection lost while filling is taken up where the filling was", () => {
  const { timeline, told, answer, fail, asked, place } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([12]), gap: true }));
  timeline.live(messageOf(13));
  answer([6], { more: true });
  timeline.disconnected();
  fail();
  expect(told()).toBe("r6");
  expect(place()).toEqual({ after: 6, afterAt: 6, epoch: 1 });
  timeline.welcome(welcome({ cursor: 13, events: events([12, 13]), gap: true }));
  expect(asked()).toEqual([{ type: "history", after: 6, limit: 200 }]);
  answer([7, 12]);
  expect(told()).toBe("r7 r12 r13 .");
});

test("a room that can't fill the gap leaves a break, and so does a page that leads nowhere", () => {
  const { timeline, told, fail, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([12]), gap: true }));
  fail();
  expect(told()).toBe("retention r12 .");
  timeline.welcome(welcome({ cursor: 20, events: events([20]), gap: true }));
  answer([], { more: true });
  answer([1]);
  expect(told()).toBe("retention r20 .");
});

test("§6 a server that has always more is not asked for ever", () => {
  const { timeline, told, asked, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 9_000_000, gap: true }));
  let pages = 0;
  for (let after = 6; asked().length > 0; after++) {
    answer(after === 6 ? [6] : [], { more: true, after });
    pages++;
  }
  expect(pages).toBe(1_000);
  expect(told()).toBe("r6 retention .");
});

test("a flood of live events does not wait behind a page that never comes", () => {
  const { timeline, told } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 9, gap: true }));
  for (let id = 10; id <= 10_010; id++) timeline.live(messageOf(id));
  expect(told()).toMatch(/^retention \. 10 11 /);
});

test("a room that leaves questions without an answer is asked by another connection, and believed at last", () => {
  const { timeline, told, fail } = trial({ after: 5, epoch: 1 });
  for (const expected of ["stuck", "stuck", "retention r12 ."]) {
    timeline.welcome(welcome({ cursor: 12, events: events([12]), gap: true }));
    fail("no_answer");
    expect(told()).toBe(expected);
    timeline.disconnected();
  }
});

test("§8 one event of an absurd id hides nothing that comes after it", () => {
  const { timeline, told, place } = trial();
  timeline.welcome(welcome({ cursor: 9, events: events([7, 8, 9e15]) }));
  timeline.live(messageOf(10));
  timeline.live({ type: "skipped", id: 9e15, at: 5 });
  timeline.live(messageOf(8.9e15));
  timeline.live(messageOf(11));
  timeline.live(messageOf(500_000));
  expect(told()).toBe("r7 r8 . 10 11 500000");
  expect(place()).toMatchObject({ after: 500_000 });
});

test("§8 nor does a welcome of one: the room is asked anew, which then knows better", () => {
  const { timeline, told, place } = trial();
  timeline.welcome(welcome({ cursor: 9e15 }));
  timeline.live(messageOf(10));
  expect(told()).toBe(". stuck");
  timeline.disconnected();
  timeline.welcome(welcome({ cursor: 10, events: events([10]), reset: true, gap: true }));
  timeline.live(messageOf(11));
  expect(told()).toBe("erased r10 . 11");
  expect(place()).toMatchObject({ after: 11 });
});
