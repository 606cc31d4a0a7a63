import { expect, test } from "vitest";
import { Asks } from "../../../client/core/timeline/asks.ts";
import { FakeClock } from "../../support/fake-clock.ts";

function trial() {
  const clock = new FakeClock(0);
  const asks = new Asks(clock, () => {});
  const answers: unknown[] = [];
  asks.ask({ type: "history" }, (answer) => answers.push(answer));
  return { clock, asks, answers };
}

const limited = (retryAfter?: number) => ({
  problem: "rate_limited" as const,
  message: "No.",
  ...(retryAfter !== undefined && { retryAfter }),
});

const WAITS: [retryAfter: number | undefined, wait: number][] = [
  [undefined, 1_000],
  [0, 200],
  [1, 200],
  [700, 700],
  [60_000, 60_000],
];

test.for(WAITS)("§8 refused for now with retryAfter %s, it is asked again in %i ms", ([retryAfter, wait]) => {
  const { clock, asks, answers } = trial();
  const cid = asks.next()?.cid;
  asks.refused(cid, limited(retryAfter));
  clock.advance(wait - 1);
  expect(asks.waiting).toBe(false);
  clock.advance(1);
  expect(asks.next()).toEqual({ type: "history", cid });
  asks.answered({ type: "history", cid: cid ?? 0, events: [], more: false });
  expect(answers).toMatchObject([{ events: [] }]);
  expect(clock.pending).toBe(0);
});

test("§8 a room that refuses for ever is told so after ten times, and one that wants an hour at once", () => {
  for (const [retryAfter, times] of [
    [0, 10],
    [3_600_000, 1],
  ] as const) {
    const { clock, asks, answers } = trial();
    let asked = 0;
    for (let next = asks.next(); next !== undefined; next = asks.next()) {
      asked++;
      asks.refused(next.cid, limited(retryAfter));
      clock.advance(1_000);
    }
    expect(asked).toBe(times);
    expect(answers).toMatchObject([{ problem: "rate_limited" }]);
  }
});

test("a question without an answer ends after 30 s, and a late answer is nobody's", () => {
  const { clock, asks, answers } = trial();
  const cid = asks.next()?.cid;
  clock.advance(30_000);
  expect(answers).toMatchObject([{ problem: "no_answer" }]);
  asks.answered({ type: "history", cid: cid ?? 0, events: [], more: false });
  expect(answers).toHaveLength(1);
});
