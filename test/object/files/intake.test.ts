import { expect, test } from "vitest";
import { Intake } from "../../../src/object/files/intake.ts";

const MEBIBYTE = 1_048_576;

/** How long each of some takes waits, in ms. */
test.each([
  { name: "a picture of its own waits for nothing", takes: [[0, 300_000]], waits: [0] },
  {
    name: "what comes at once is spread, whoever sends it",
    takes: [
      [0, MEBIBYTE],
      [0, MEBIBYTE],
      [0, MEBIBYTE],
    ],
    waits: [0, 250, 500],
  },
  {
    name: "what comes slowly enough is not held back",
    takes: [
      [0, MEBIBYTE],
      [250, MEBIBYTE],
      [1_000, MEBIBYTE],
    ],
    waits: [0, 0, 0],
  },
  {
    name: "a pause is not saved up for later",
    takes: [
      [0, MEBIBYTE],
      [60_000, MEBIBYTE],
      [60_000, MEBIBYTE],
    ],
    waits: [0, 0, 250],
  },
  {
    name: "a clock that is set back makes nobody wait for it",
    takes: [
      [7_200_000, MEBIBYTE],
      [0, MEBIBYTE],
      [0, MEBIBYTE],
    ],
    waits: [0, 250, 500],
  },
])("$name", ({ takes, waits }) => {
  const intake = new Intake();
  expect(takes.map(([now = 0, bytes = 0]) => intake.take(bytes, now))).toEqual(waits);
});
