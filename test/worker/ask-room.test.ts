import { expect, test } from "vitest";
import { askRoom, TRIES } from "../../src/worker/ask-room.ts";

/** An error as the platform marks it. */
const failure = (marks: object) => Object.assign(new Error("the platform's own words"), marks);

/** An object that fails in these ways, one after the other, and then answers. */
function room(...failures: object[]) {
  let asked = 0;
  const ask = async () => {
    const marks = failures[asked++];
    if (marks) throw failure(marks);
    return "answer";
  };
  return { ask, asked: () => asked };
}

const moved = { retryable: true };
const busy = { retryable: true, overloaded: true };

test.each<[title: string, failures: object[], tries: number, outcome: unknown, asked: number]>([
  ["that answers", [], TRIES, "answer", 1],
  ["that was moved", [moved], TRIES, "answer", 2],
  ["that was moved twice", [moved, moved], TRIES, "answer", 3],
  ["that does not come back", [moved, moved, moved], TRIES, { refused: "internal", retryAfter: 1_000 }, 3],
  ["that was moved, for what may be done once only", [moved], 1, { refused: "internal" }, 1],
  ["that has too much to do", [busy], TRIES, { refused: "internal", detail: "try_again" }, 1],
])("an object %s", async (_, ...[failures, tries, outcome, asked]) => {
  const object = room(...failures);
  const answered = await askRoom(object.ask, tries);
  if (typeof outcome === "string") expect(answered).toBe(outcome);
  else expect(answered).toMatchObject(outcome as object);
  expect(JSON.stringify(answered)).not.toContain("own words");
  expect(object.asked()).toBe(asked);
});

test.each([{}, { remote: true }, { retryable: false }, { overloaded: "yes" }])(
  "an error that is marked %j is a bug, and no answer",
  async (marks) => {
    const object = room(marks);
    await expect(askRoom(object.ask, TRIES)).rejects.toThrow("own words");
    expect(object.asked()).toBe(1);
  },
);
