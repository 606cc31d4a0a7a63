import { expect, test } from "vitest";
import type { Answer, Question } from "../../client/core/asks.ts";
import { localProblem, type Problem } from "../../client/core/problem.ts";
import { Timeline } from "../../client/core/timeline.ts";
import { messageOf, welcome } from "../support/scripted-room.ts";

/** A timeline at `after`, what it has told (`3` live, `r3` replayed, or the kind of a break), and its questions. */
function trial(saved: { after?: number; epoch?: number } = {}) {
  const told: string[] = [];
  const asked: { question: Question; done: (answer: Answer | Problem) => void }[] = [];
  const timeline = new Timeline(
    {
      ask: (question, done) => asked.push({ question, done }),
      tell: ({ id }, replayed) => told.push(`${replayed ? "r" : ""}${id}`),
      broken: (why) => told.push(why),
      caughtUp: () => told.push("."),
    },
    saved,
  );
  return {
    timeline,
    asked: () => asked.map(({ question }) => question),
    told: () => told.splice(0).join(" "),
    answer(ids: number[], more = false) {
      asked.shift()?.done({ type: "history", events: events(ids), more });
    },
    fail: () => asked.shift()?.done(localProblem("offline")),
  };
}

const events = (ids: number[]) => ids.map((id) => messageOf(id));

test("§3 the first welcome brings the latest, then live events follow", () => {
  const { timeline, told } = trial();
  timeline.welcome(welcome({ cursor: 9, events: events([7, 8]) }));
  timeline.live(messageOf(10));
  expect(told()).toBe("r7 r8 . 10");
  expect(timeline.position).toEqual({ after: 10, epoch: 1 });
});

test("§3 an empty room is resumed from its cursor", () => {
  const { timeline } = trial();
  timeline.welcome(welcome({ cursor: 9 }));
  expect(timeline.position).toEqual({ after: 9, epoch: 1 });
});

test("§3 a resumed one goes on, and tells nothing twice", () => {
  const { timeline, told } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 7, events: events([5, 6, 7]) }));
  timeline.live(messageOf(7));
  timeline.live(messageOf(8));
  expect(told()).toBe("r6 r7 . 8");
});

test("§3 a gap is filled by pages, with live events waiting behind", () => {
  const { timeline, told, asked, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([10, 12]), gap: true }));
  timeline.live(messageOf(13));
  expect(asked()).toEqual([{ type: "history", after: 5, limit: 200 }]);
  answer([6, 7], true);
  expect(told()).toBe("r6 r7");
  expect(asked()).toEqual([{ type: "history", after: 7, limit: 200 }]);
  answer([9, 10], true);
  expect(asked()).toEqual([]);
  expect(told()).toBe("r9 r10 r12 . 13");
});

const PROBES: [what: string, kept: number[], told: string][] = [
  ["something seen is still kept, so nothing is missing", [3], "r8 r10 ."],
  ["nothing seen is kept, so retention took something", [], "retention r8 r10 ."],
];

test.for(PROBES)("§3 ids skip: %s", ([, kept, expected]) => {
  const { timeline, told, asked, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 10, events: events([10]), gap: true }));
  answer([8]);
  expect(asked()).toEqual([{ type: "history", before: 6, limit: 1 }]);
  answer(kept);
  expect(told()).toBe(expected);
});

const RESTARTS: [what: string, given: Parameters<typeof welcome>[0]][] = [
  ["another epoch", { epoch: 2, cursor: 9, events: events([3, 9]), gap: true }],
  ["a cursor below what was seen", { cursor: 4, events: events([3, 4]), gap: true }],
];

test.for(RESTARTS)("§3 %s is another room: break, and begin anew", ([, given]) => {
  const { timeline, told, asked } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome(given));
  const [first, second] = given?.events ?? [];
  expect(told()).toBe(`erased r${first?.id} r${second?.id} .`);
  expect(asked()).toEqual([]);
  expect(timeline.position.after).toBe(second?.id);
});

test("§3 a connection lost while filling is taken up where the filling was", () => {
  const { timeline, told, answer, fail, asked } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([12]), gap: true }));
  timeline.live(messageOf(13));
  answer([6], true);
  timeline.disconnected();
  fail();
  expect(told()).toBe("r6");
  expect(timeline.position).toEqual({ after: 6, epoch: 1 });
  timeline.welcome(welcome({ cursor: 13, events: events([12, 13]), gap: true }));
  expect(asked()).toEqual([{ type: "history", after: 6, limit: 200 }]);
  answer([7, 12]);
  expect(told()).toBe("r7 r12 r13 .");
});

test("a room that can't fill the gap leaves a break, and a page that leads nowhere ends it", () => {
  const { timeline, told, fail, answer } = trial({ after: 5, epoch: 1 });
  timeline.welcome(welcome({ cursor: 12, events: events([12]), gap: true }));
  fail();
  expect(told()).toBe("retention r12 .");
  timeline.welcome(welcome({ cursor: 20, events: events([20]), gap: true }));
  answer([], true);
  answer([1]);
  expect(told()).toBe("r20 .");
});
