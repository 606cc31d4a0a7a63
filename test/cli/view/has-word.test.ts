import { expect, test } from "vitest";
import { hasWord } from "../../../client/cli/view/has-word.ts";

test.each([
  { word: "deploy", text: "Deploy now" },
  { word: "Deploy", text: "we deploy." },
  { word: "on call", text: "who is ON CALL?" },
  { word: "c++", text: "in C++, yes" },
  { word: "#12", text: "see #12" },
  { word: "straße", text: "STRASSE" },
  { word: "東京", text: "東京で" },
  { word: "café", text: "cafe\u0301!" },
])("$text has $word", ({ word, text }) => {
  expect(hasWord(text, word)).toBe(true);
});

test.each([
  { word: "deploy", text: "redeployed" },
  { word: "on call", text: "upon calling" },
  { word: "#12", text: "see #123" },
  { word: "ana", text: "banana" },
])("$text has no $word", ({ word, text }) => {
  expect(hasWord(text, word)).toBe(false);
});
