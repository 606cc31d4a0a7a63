import { beforeEach, describe, expect, test } from "vitest";
import { openPrompt } from "../../../client/cli/prompt/open-prompt.ts";
import { PASTING, SETTLING } from "../../../client/cli/prompt/quiet.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { type FakeTerminal, fakeTerminal } from "../../support/fake-terminal.ts";

let clock: FakeClock;
let terminal: FakeTerminal;
let said: string[];
/** Lines that the room's outbox has a place for still. */
let places: number;

beforeEach(() => {
  clock = new FakeClock();
  said = [];
  places = 50;
});

function start(TERM = "xterm"): void {
  terminal = fakeTerminal({ columns: 200, TERM });
  const prompt = openPrompt(terminal.host, undefined, clock);
  prompt.open({
    label: "ana> ",
    onSubmit(text) {
      if (text === "") return "done";
      if (text.startsWith("/bad")) return "refused";
      if (said.length >= places) return "not_taken";
      said.push(text);
      return "done";
    },
    onLeave: () => {},
  });
  clock.advance(SETTLING);
}

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`);
/** A paste without its brackets: Enter behind each line. */
const pasted = (from: number, to: number) =>
  lines(from, to)
    .map((line) => `${line}\r`)
    .join("");

describe("nothing that was typed is lost where it can't be taken", () => {
  beforeEach(() => start());

  test("of 80 lines, what does not fit comes back to the draft, in order", async () => {
    terminal.type(pasted(1, 80));
    expect(said).toEqual(lines(1, 50));
    clock.advance(PASTING);
    places = Number.POSITIVE_INFINITY;
    terminal.type("\r");
    expect(said).toEqual([...lines(1, 50), `${lines(51, 80).join("\n")}\n`]);
  });

  test("of what would be many messages, too", () => {
    places = 0;
    terminal.type("first\r");
    for (let at = 0; at < 10; at++) terminal.type(`\x1b[200~${"é".repeat(4_000)}\x1b[201~`);
    clock.advance(PASTING);
    places = 1;
    terminal.type("\r");
    expect(said).toEqual([`first\n${"é".repeat(40_000)}`]);
  });

  test("though they come in parts, through a slow network", () => {
    const text = pasted(1, 80);
    for (let at = 0; at < text.length; at += 7) {
      terminal.type(text.slice(at, at + 7));
      clock.advance(PASTING - 1);
      // Once there is a place again, no line may overtake those that have none.
      if (said.length === 50) places = Number.POSITIVE_INFINITY;
    }
    clock.advance(PASTING);
    terminal.type("\r");
    const rest = said.slice(49).join("\n");
    expect(rest.trimEnd()).toBe(lines(50, 80).join("\n"));
  });

  test("a line alone comes back as it was, to be changed and sent", async () => {
    places = 0;
    terminal.type("hello\r");
    expect(await terminal.row()).toBe("ana> hello");
    clock.advance(PASTING);
    places = 1;
    terminal.type("!\r");
    expect(said).toEqual(["hello!"]);
    expect(await terminal.row()).toBe("ana>");
  });

  test("a command that is refused is none of them", async () => {
    terminal.type("/bad\rone\r");
    expect(said).toEqual(["one"]);
    expect(await terminal.row()).toBe("ana>");
  });

  test("a draft that is full says so, once", async () => {
    places = 0;
    for (let at = 0; at < 18; at++) terminal.type(`\x1b[200~${"x".repeat(4_000)}\x1b[201~`);
    expect(terminal.written().match(/The draft is full/g)).toHaveLength(1);
  });
});

describe("where the terminal understands lines alone", () => {
  beforeEach(() => start("dumb"));

  test("they are kept, and an empty line sends them in order", () => {
    for (const line of lines(1, 80)) terminal.type(`${line}\n`);
    expect(said).toEqual(lines(1, 50));
    expect(terminal.written()).toContain("! 30 lines are kept here, in order.");
    places = 70;
    terminal.type("\n");
    expect(said).toEqual(lines(1, 70));
    expect(terminal.written()).toContain("! 10 lines are kept here, in order.");
    // Behind what waits.
    terminal.type("line 81\n");
    places = 100;
    terminal.type("\n");
    expect(said).toEqual(lines(1, 81));
  });
});
