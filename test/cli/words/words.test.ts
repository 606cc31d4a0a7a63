import { expect, test } from "vitest";
import { cliWords } from "../../../client/cli/words/words.ts";

test.each([
  { left: { unsent: 1, unknown: 0, more: false }, told: "1 line was not sent." },
  {
    left: { unsent: 2, unknown: 0, more: true },
    told: "2 lines were not sent, nor what follows in the input.",
  },
  { left: { unsent: 0, unknown: 1, more: false }, told: "Of 1 line it is not known whether it was sent." },
  { left: { unsent: 0, unknown: 3, more: true }, told: "Of 3 lines it is not known whether they were sent." },
  { left: { unsent: 1, unknown: 2, more: false }, told: "1 line was not sent; of 2 it is not known." },
  {
    left: { unsent: 3, unknown: 1, more: true },
    told: "3 lines were not sent, nor what follows in the input; of 1 it is not known.",
  },
])("what is left behind: $told", ({ left, told }) => {
  expect(cliWords().end.left(left)).toBe(told);
});
