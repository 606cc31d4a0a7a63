import { expect, test } from "vitest";
import { LANGUAGES } from "../../../client/core/words/languages.ts";
import * as englishFirst from "../../../client/web/words/english-first.ts";
import * as englishLate from "../../../client/web/words/english-late.ts";
import { englishTold } from "../../../client/web/words/english-told.ts";
import { PAGE_LANGUAGES } from "../../../client/web/words/languages.ts";
import { toldWordsIn } from "../../../client/web/words/told-words.ts";
import { sentencesOf } from "../../support/sample.ts";

/** What is the same in any language, by its path: names, marks and what is read before a list of names. */
const SAME =
  /^\.(shared|slash|notify|addresses|refusals)\.|\.(label|last|pixels|ok|forOne|mod|open|idle|connecting|online|refused|stopped|seconds|line|about|language|yes)$/;

const plain = Object.fromEntries(sentencesOf({ ...englishFirst, ...englishLate, told: englishTold }));

const others = await Promise.all(
  LANGUAGES.filter((code) => code !== "en").map(async (code) => {
    const { first, late, name } = PAGE_LANGUAGES[code];
    const { refusals, ...rest } = await late();
    const words = { ...(await first()), ...rest, told: toldWordsIn(code) };
    return { code, name, refusals, said: Array.from(sentencesOf(words)) };
  }),
);

test.each(others)("$name has words of its own for each sentence of the page", ({ said }) => {
  expect(said.map(([path]) => path).toSorted()).toEqual(Object.keys(plain).toSorted());
  const same = said.filter(
    ([path, each]) =>
      each === plain[path] && /\p{L}{2}/u.test(each.replace(/‹\w+›/g, "")) && !SAME.test(path),
  );
  expect(same).toEqual([]);
});

test.each(others)("$name names in each sentence what English names there", ({ said }) => {
  const lacks = said.flatMap(([path, each]) => {
    const named = new Set((plain[path] ?? "").match(/‹\w+›/g));
    return Array.from(named, (name) => [path, name, each]).filter(([, name = ""]) => !each.includes(name));
  });
  expect(lacks).toEqual([]);
  expect(said.filter(([, each]) => /undefined|NaN|\[object/.test(each))).toEqual([]);
});

test("Portuguese counts none, one and two", async () => {
  const { page } = await PAGE_LANGUAGES.pt.first();
  const { panels } = await PAGE_LANGUAGES.pt.late();
  const { log } = page;
  expect([0, 1, 2].map(log.newMessages)).toEqual(["0 mensagem nova", "1 mensagem nova", "2 mensagens novas"]);
  expect([0, 1, 2].map(panels.search.found)).toEqual(["0 encontrada", "1 encontrada", "2 encontradas"]);
  expect([0, 1, 2].map(panels.tidy.do)).toEqual([
    "Apagar as marcadas",
    "Apagar 1 mensagem",
    "Apagar 2 mensagens",
  ]);
  expect(panels.moves.sum({ came: 3, went: 1 })).toBe("3 pessoas entraram e 1 saiu");
  expect(panels.files.size(1_536)).toBe("1,5 KB");
});
