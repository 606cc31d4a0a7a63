import { expect, test } from "vitest";
import { cliWords } from "../../../client/cli/words/words.ts";

test.each([
  { before: [], told: "papo config k V: what it is." },
  { before: ["--time"], told: "papo config k V: what it is. Before it comes --time." },
  { before: ["--nick", "PAPO_NICK"], told: "papo config k V: what it is. Before it come --nick, PAPO_NICK." },
])("a key, before which come $before", ({ before, told }) => {
  expect(cliWords().config.explained({ key: "k", value: "V", help: "what it is", before })).toBe(told);
});

test.each([
  { ms: -5, told: "1s" },
  { ms: 0, told: "1s" },
  { ms: 400, told: "1s" },
  { ms: 1_001, told: "2s" },
  { ms: 119_900, told: "2m" },
])("what is still to come in $ms ms comes in $told", ({ ms, told }) => {
  const { rooms, view, end } = cliWords();
  const said = [rooms.offline(ms), view.triesAgain({ why: "No.", ms }), end.tryAgainIn({ why: "No.", ms })];
  for (const each of said) expect(each).toMatch(new RegExp(`again in ${told}\\.?$`));
});

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
