import { parseCommand } from "../src/protocol/frame.ts";
import { median } from "./report/measurement.ts";

/** What it costs to parse and check one frame of a client: µs each, median of rounds. */

const ROUNDS = 15;
const FRAMES = 20_000;

const frames: Record<string, string> = {
  ping: "ping",
  "say, 60 characters": JSON.stringify({ type: "say", cid: 13, text: "x".repeat(60) }),
  "say, 4,000 characters": JSON.stringify({ type: "say", cid: 13, text: "x".repeat(4000) }),
  "say, 4,000 letters with accents": JSON.stringify({ type: "say", cid: 13, text: "é".repeat(4000) }),
  "say, to somebody, a reply": JSON.stringify({ type: "say", cid: 13, text: "oi!", to: "bob", re: 42 }),
  join: JSON.stringify({ type: "join", nick: "ana", token: "t".repeat(43), client: "k3f9x2", after: 41 }),
  typing: JSON.stringify({ type: "typing" }),
  "refused: no such type": JSON.stringify({ type: "dance" }),
  "refused: text too long": JSON.stringify({ type: "say", cid: 13, text: "x".repeat(4001) }),
};

/** Nobody may find that the work is for nothing, and leave it out. */
let kept = 0;

function microsEach(work: (frame: string) => unknown, frame: string): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let i = 0; i < FRAMES; i++) if (work(frame) !== undefined) kept++;
    return ((performance.now() - start) * 1000) / FRAMES;
  });
  return median(rounds);
}

function parseOnly(frame: string): unknown {
  return frame === "ping" ? frame : JSON.parse(frame);
}

console.log("| frame | JSON.parse | parsed and checked |\n| --- | ---: | ---: |");
for (const [name, frame] of Object.entries(frames)) {
  const bare = microsEach(parseOnly, frame);
  const checked = microsEach(parseCommand, frame);
  console.log(`| ${name} | ${bare.toFixed(2)} µs | ${checked.toFixed(2)} µs |`);
}
console.error(`(${kept} frames)`);
