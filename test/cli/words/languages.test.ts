import { expect, test } from "vitest";
import * as english from "../../../client/cli/words/english/spoken.ts";
import { CLI_LANGUAGES } from "../../../client/cli/words/languages.ts";
import { OUTBOX_BOUND } from "../../../client/core/sending/outbox.ts";
import { DETAILS } from "../../../src/protocol/detail.ts";
import { ERROR_CODES } from "../../../src/protocol/error.ts";
import { PASSPHRASE_RULE } from "../../../src/protocol/passphrase.ts";
import { sentencesOf } from "../../support/sample.ts";

const { en: _, ...others } = CLI_LANGUAGES;
const LANGUAGES = await Promise.all(
  Object.entries(others).map(async ([language, load]) => ({ language, words: await load() })),
);

/** What is the same in any language, by how its path begins or ends. */
const SAME =
  /^\.terminal\.(mcp|irc\.(numerics|users|clients|localUsers|globalUsers))|\.(usage|value|unset|between|ofRoom|hook|bot|mod|badAddress|notes|choices|files|about|quoted|aliases)$/;

const plain = Object.fromEntries(sentencesOf({ ...english, refusals: {} }));

test.each(LANGUAGES)("$language names in each sentence what English names there", ({ words }) => {
  const lacks = Array.from(sentencesOf({ ...words, refusals: {} })).flatMap(([path, said]) => {
    const named = new Set((plain[path] ?? "").match(/‹\w+›/g));
    return Array.from(named, (name) => [path, name, said]).filter(([, name = ""]) => !said.includes(name));
  });
  expect(lacks).toEqual([]);
});

test.each(LANGUAGES)("$language has words of its own for each sentence", ({ words }) => {
  const same = Array.from(sentencesOf({ ...words, refusals: {} })).filter(
    ([path, said]) =>
      said === plain[path] && /\p{L}{2,} \p{L}{2,}/u.test(said.replace(/‹\w+›/g, "")) && !SAME.test(path),
  );
  expect(same).toEqual([]);
});

test.each(LANGUAGES)("$language says nothing that is not there", ({ words }) => {
  const odd = Array.from(sentencesOf(words)).filter(([, said]) => /undefined|NaN|\[object/.test(said));
  expect(odd).toEqual([]);
});

test.each(LANGUAGES)(
  "$language says each refusal itself, but none of which it is told too little",
  ({ words }) => {
    const numbers = { most: 7, bytes: 9, length: 8, size: 12, next: 3, least: 2 };
    const texts = {
      field: "text",
      wanted: "papo.v1",
      reason: "spam",
      who: "known",
      nick: "ana",
      wrong: "PORT",
    };
    for (const say of Object.values(words.refusals)) {
      expect(say({ ...numbers, ...texts })).toMatch(/^\p{Lu}.*\.$/su);
      expect(say({})).not.toMatch(/undefined|NaN/);
    }
    expect(Object.keys(words.refusals).toSorted()).toEqual(
      [...Object.keys(DETAILS), ...ERROR_CODES].toSorted(),
    );
  },
);

test.each([{ language: "en", words: english }, ...LANGUAGES])(
  "$language has the rules' own numbers",
  ({ words }) => {
    expect(words.shared.problems.outbox_full).toContain(String(OUTBOX_BOUND));
    const numbers = PASSPHRASE_RULE.match(/\d+/g);
    expect(words.slash.slash.passphraseRule.match(/\d+/g)).toEqual(numbers);
  },
);

test("the passphrase's rule is the protocol's own", () => {
  expect(english.slash.slash.passphraseRule).toBe(PASSPHRASE_RULE);
});
