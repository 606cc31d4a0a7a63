import { expect, test } from "vitest";
import { askingWhy } from "../../../client/core/connection/asking-why.ts";
import type { ConnectionEvent } from "../../../client/core/connection/connection.ts";
import type { Problem } from "../../../client/core/problem.ts";

const closed: ConnectionEvent = { type: "closed", code: 1006, reason: "" };
const refusal: Problem = { problem: "no_pass", message: "No." };

function trial(answer: Problem | undefined) {
  let tell: (event: ConnectionEvent) => void = () => {};
  const told: ConnectionEvent[] = [];
  let asked = 0;
  const connect = askingWhy(
    (listener) => {
      tell = listener;
      return { send() {}, close() {} };
    },
    () => {
      asked += 1;
      return Promise.resolve(answer);
    },
  );
  connect((event) => told.push(event));
  return { tell: (event: ConnectionEvent) => tell(event), told, asked: () => asked };
}

test("what was not opened is asked for, and told with its reason", async () => {
  const { tell, told } = trial(refusal);
  tell(closed);
  await Promise.resolve();
  expect(told).toEqual([{ ...closed, refusal }]);
});

test("a server that asks for patience is obeyed", async () => {
  const hasty: Problem = { problem: "rate_limited", message: "No.", retryAfter: 60_000 };
  const { tell, told } = trial(hasty);
  tell(closed);
  await Promise.resolve();
  expect(told).toEqual([{ ...closed, refusal: hasty, retryAfter: 60_000 }]);
});

test("where nobody says why, it is told as it is", async () => {
  const { tell, told, asked } = trial(undefined);
  tell(closed);
  await Promise.resolve();
  expect(told).toEqual([closed]);
  expect(asked()).toBe(1);
});

test("what was open and is lost asks nothing", () => {
  const { tell, told, asked } = trial(refusal);
  tell({ type: "open" });
  tell(closed);
  expect(told).toEqual([{ type: "open" }, closed]);
  expect(asked()).toBe(0);
});
