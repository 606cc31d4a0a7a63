import { expect, test } from "vitest";
import { assertSendable } from "../../../client/cli/send/sendable.ts";

test.each([
  ["", "a message has 1 to 4,000 characters, and this has 0."],
  ["x".repeat(4_001), "a message has 1 to 4,000 characters, and this has 4,001."],
  ["\u200b\u2800\u3164", "This message cannot be sent. That text shows nothing, or has control characters."],
  ["   ", "This message cannot be sent. That text shows nothing, or has control characters."],
])("why %j is not sent", (text, sentence) => {
  expect(() => assertSendable({ text })).toThrow(sentence);
});

test("a line is refused by its number", () => {
  expect(() => assertSendable({ number: 7, text: "\u200b" })).toThrow(
    "Line 7 cannot be sent. That text shows nothing",
  );
});
