import { expect, test } from "vitest";
import { type HowTold, howTold } from "../../../client/core/notify/how-told.ts";
import { LONGEST_MUTE, type NotifyWishes } from "../../../client/core/notify/wishes.ts";

const NOW = new Date(2026, 10, 27, 23, 0).getTime();
const AT_NIGHT = { from: 22 * 60, to: 7 * 60 };
const AT_NOON = { from: 12 * 60, to: 13 * 60 };

test.each<[wishes: Omit<NotifyWishes, "sound">, calling: HowTold, another: HowTold]>([
  [{ wants: "all" }, "aloud", "aloud"],
  [{ wants: "calls" }, "aloud", "not"],
  [{ wants: "nothing" }, "not", "not"],
  [{ wants: "all", mutedUntil: NOW + 1 }, "silently", "silently"],
  [{ wants: "calls", mutedUntil: NOW + 1 }, "silently", "not"],
  [{ wants: "nothing", mutedUntil: NOW + 1 }, "not", "not"],
  [{ wants: "calls", mutedUntil: NOW }, "aloud", "not"],
  [{ wants: "calls", mutedUntil: 0 }, "aloud", "not"],
  [{ wants: "calls", mutedUntil: NOW + LONGEST_MUTE }, "silently", "not"],
  // As it was kept while the clock was years ahead.
  [{ wants: "calls", mutedUntil: NOW + LONGEST_MUTE + 1 }, "aloud", "not"],
  [{ wants: "calls", mutedUntil: Number.NaN }, "aloud", "not"],
  [{ wants: "all", quietHours: AT_NIGHT }, "silently", "silently"],
  [{ wants: "calls", quietHours: AT_NIGHT }, "silently", "not"],
  [{ wants: "nothing", quietHours: AT_NIGHT }, "not", "not"],
  [{ wants: "all", quietHours: AT_NOON }, "aloud", "aloud"],
  [{ wants: "calls", quietHours: AT_NOON, mutedUntil: NOW + 1 }, "silently", "not"],
])("%o: a call %s, anything else %s", (wishes, calling, another) => {
  expect(howTold({ calls: true }, wishes, NOW)).toBe(calling);
  expect(howTold({ calls: false }, wishes, NOW)).toBe(another);
});
