import { expect, test } from "vitest";
import { linkTo } from "../../../client/cli/shell/link-to.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { sayProblem } from "../../../client/core/words/say-problem.ts";

const HERE = "https://host";

test.each([
  { written: "dev", origin: HERE, room: "dev" },
  { written: " Dev ", origin: HERE, room: "dev" },
  { written: "https://other/dev", origin: "https://other", room: "dev" },
  { written: "other.example/dev", origin: "https://other.example", room: "dev" },
  { written: "localhost:8787/dev", origin: "http://localhost:8787", room: "dev" },
])("$written", ({ written, origin, room }) => {
  expect(linkTo(written, HERE)).toMatchObject({ origin, room });
});

test.each([
  { written: "nope!", says: /^A room's name has 1 to 32 of/ },
  { written: "two words", says: /^A room's name has/ },
  { written: "-dev", says: /^A room's name has/ },
  { written: "x".repeat(33), says: /^A room's name has/ },
  { written: "комната", says: /^A room's name has/ },
  { written: "ftp://host/dev", says: /^An address begins with/ },
  { written: "p1.abc", says: /^That invitation is not whole/ },
])("$written is told what is wrong", ({ written, says }) => {
  const link = linkTo(written, HERE);
  expect(isProblem(link) && sayProblem(link)).toMatch(says);
});
