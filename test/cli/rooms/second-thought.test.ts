import { expect, test } from "vitest";
import { SecondThought } from "../../../client/cli/rooms/second-thought.ts";
import { FakeClock } from "../../support/fake-clock.ts";

test.each([
  { what: "once", pauses: [], meant: [false] },
  { what: "twice at once", pauses: [0], meant: [false, true] },
  { what: "twice within two seconds", pauses: [2_000], meant: [false, true] },
  { what: "twice, and too late", pauses: [2_001], meant: [false, false] },
  { what: "twice, too late, and once more", pauses: [9_000, 100], meant: [false, false, true] },
  { what: "by a clock that was put back", pauses: [-5_000], meant: [false, false] },
])("pressed $what", ({ pauses, meant }) => {
  const clock = new FakeClock();
  const thought = new SecondThought(clock);
  const first = thought.isAgain();
  const others = pauses.map((ms) => {
    clock.advance(ms);
    return thought.isAgain();
  });
  expect([first, ...others]).toEqual(meant);
});
