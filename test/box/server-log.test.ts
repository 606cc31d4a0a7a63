import { expect, test } from "vitest";
import { toLogLine } from "../../scripts/box/server-log.ts";

const OWN = '{"level":"error","room":"lobby","error":"It broke.","stack":"Error: It broke."}';
const crash = "*** Received signal #11: Segmentation fault";

/** What the runtime writes, and what stands in the log. */
const lines: [why: string, line: string, logged: object][] = [
  [
    "papo's own stays as it is",
    JSON.stringify({ timestamp: "1", level: "error", message: OWN }),
    JSON.parse(OWN),
  ],
  [
    "a warning of workerd's",
    '{"timestamp":"1","level":"warn","source":"server.rs:1","message":"Beware.\\nMore."}',
    { level: "warn", source: "runtime", message: "Beware.\nMore." },
  ],
  [
    "a line of another Worker's console",
    '{"timestamp":"1","level":"log","message":"hello"}',
    { level: "info", source: "runtime", message: "hello" },
  ],
  ["what crash handlers write", crash, { level: "error", source: "runtime", message: crash }],
  ["JSON that is no line of a log", "[1,2]", { level: "error", source: "runtime", message: "[1,2]" }],
  ["half a line", '{"level":"err', { level: "error", source: "runtime", message: '{"level":"err' }],
  ["no word at all", "null", { level: "error", source: "runtime", message: "null" }],
];

test.each(lines)("%s", (_, line, logged) => {
  expect(toLogLine(line)).not.toContain("\n");
  expect(JSON.parse(toLogLine(line))).toEqual(logged);
});

test("a line of any length has a bound", () => {
  expect(toLogLine("x".repeat(1_000_000)).length).toBeLessThan(20_000);
});
