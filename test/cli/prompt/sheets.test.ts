import { beforeEach, describe, expect, test } from "vitest";
import { openPrompt } from "../../../client/cli/prompt/open-prompt.ts";
import type { Prompt, Sheet } from "../../../client/cli/prompt/prompt.ts";
import type { Question } from "../../../client/cli/prompt/question.ts";
import { PASTING, QUIET, SETTLING } from "../../../client/cli/prompt/quiet.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { type FakeTerminal, fakeTerminal } from "../../support/fake-terminal.ts";

const KEY: Question = { type: "line", label: "Passphrase: ", secret: true };
const NICK: Question = { type: "line", label: "Nickname: ", text: "ana" };
const CODE: Question = { type: "reveal", about: [], label: "Code: ", text: "c0de" };
const ALT_1 = "\x1b1";
const ALT_2 = "\x1b2";
const ALT_LEFT = "\x1b[1;3D";

let clock: FakeClock;
let terminal: FakeTerminal;
let prompt: Prompt;
let sheets: Sheet[];
let heard: unknown[];

function start(TERM = "xterm", rooms = 2): void {
  clock = new FakeClock();
  heard = [];
  terminal = fakeTerminal({ TERM });
  prompt = openPrompt(terminal.host, undefined, clock);
  sheets = [prompt.front, ...Array.from({ length: rooms - 1 }, () => prompt.sheet())];
  prompt.heed({
    turnTo(to) {
      const sheet = typeof to === "number" ? sheets[to - 1] : undefined;
      sheet?.bring("asked");
      return sheet !== undefined;
    },
    interrupt: () => heard.push("interrupt"),
    attended: (by) => heard.push(by),
  });
  for (const number of sheets.keys()) open(number + 1);
  clock.advance(SETTLING);
  heard = [];
}

function open(number: number): void {
  sheets[number - 1]?.open({
    label: `${number}> `,
    onSubmit(text) {
      if (text.startsWith("/go ")) sheets[Number(text.slice(4)) - 1]?.bring("asked");
      else heard.push(`${number}: ${text}`);
      return text === "/full" ? "not_taken" : "done";
    },
    onLeave: () => {},
  });
}

const said = () => heard.filter((each) => each !== "key");

function ask(number: number, question: Question, origin: "asked" | "by_itself" = "asked"): void {
  void sheets[number - 1]?.ask(question, origin).then((answer) => heard.push({ answer }));
}

describe("each sheet keeps what is typed in it", () => {
  beforeEach(() => start());

  test("its draft, and the cursor in it", async () => {
    terminal.type("first\x1b[D\x1b[D");
    terminal.type(ALT_2);
    expect(await terminal.row()).toBe("2>");
    terminal.type(`second${ALT_1}X\r`);
    expect(said()).toEqual(["1: firXst"]);
    terminal.type(ALT_2);
    expect(await terminal.row()).toBe("2> second");
  });

  test("its history", async () => {
    terminal.type(`one\r${ALT_2}two\r${ALT_1}\x1b[A`);
    expect(await terminal.row()).toBe("1> one");
    terminal.type(`${ALT_2}\x1b[A\x1b[A`);
    expect(await terminal.row()).toBe("2> two");
  });

  test("its label, seen or not", async () => {
    sheets[1]?.setLabel("two> ");
    expect(await terminal.row()).toBe("1>");
    terminal.type(ALT_2);
    expect(await terminal.row()).toBe("two>");
  });

  test("what is typed behind a way to another room is for that room", () => {
    terminal.type("/go 2\rhello\r");
    expect(said()).toEqual(["2: hello"]);
  });

  test("a line that was not taken holds up no other sheet", async () => {
    terminal.type("/full\r");
    terminal.type(`${ALT_2}hello\r`);
    expect(said()).toEqual(["1: /full", "2: hello"]);
    terminal.type(ALT_1);
    expect(await terminal.row()).toBe("1> /full");
  });

  test("what was left is known", () => {
    terminal.type(`not sent${ALT_2}`);
    expect([sheets[0]?.rest, sheets[1]?.rest]).toEqual(["not sent", ""]);
  });

  test("where a room ends under the fingers, what they go on typing is not sent to another", async () => {
    terminal.type("to the first, whi");
    sheets[1]?.bring("by_itself");
    for (const key of "ch is gone\r") terminal.type(key);
    expect(said()).toEqual([]);
    expect(await terminal.row()).toBe("2> ch is gone⏎");
    clock.advance(PASTING);
    terminal.type("\r");
    expect(said()).toEqual(["2: ch is gone\n"]);
  });
});

describe("a question is asked where it belongs", () => {
  beforeEach(() => start());

  test("behind, it waits", async () => {
    ask(2, KEY);
    expect(await terminal.row()).toBe("1>");
    terminal.type("hello\r");
    expect(said()).toEqual(["1: hello"]);
    terminal.type(ALT_2);
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("sesame\r");
    await terminal.row();
    expect(said()).toEqual(["1: hello", { answer: "sesame" }]);
  });

  test("what is typed together with the way to it is no answer", async () => {
    ask(2, KEY);
    terminal.type(`${ALT_2}hello\r`);
    expect(said()).toEqual([]);
    expect(await terminal.row()).toBe("Passphrase:");
  });

  test("one can go away from it, and it is there again", async () => {
    ask(1, NICK);
    expect(await terminal.row()).toBe("Nickname: ana");
    terminal.type(ALT_2);
    expect(await terminal.row()).toBe("2>");
    terminal.type("hello\r");
    terminal.type(ALT_1);
    clock.advance(QUIET);
    expect(await terminal.row()).toBe("Nickname: ana");
    terminal.type("2\r");
    await terminal.row();
    expect(said()).toEqual(["2: hello", { answer: "ana2" }]);
  });

  test("a secret that is shown is gone with the first look away", async () => {
    ask(1, CODE);
    expect(await terminal.row()).toBe("Code: c0de");
    terminal.type(ALT_2 + ALT_1);
    clock.advance(QUIET);
    expect(await terminal.row()).toBe("1>");
    expect(said()).toEqual([{ answer: undefined }]);
  });
});

describe("keys of rooms", () => {
  test("where there is one room, Alt-Left moves by words", async () => {
    start("xterm", 1);
    terminal.type(`one two${ALT_LEFT}X`);
    expect(await terminal.row()).toBe("1> one Xtwo");
  });

  test.each([
    { keys: "\x1b[I", told: ["focus"] },
    { keys: "\x1b[O", told: ["blur"] },
    { keys: "a", told: ["key"] },
  ])("who looks is told: $told, and nothing is typed", async ({ keys, told }) => {
    start();
    terminal.type(keys);
    expect(heard).toEqual(told);
    expect(await terminal.row()).toBe(keys === "a" ? "1> a" : "1>");
  });
});

test("where one can't write yet, Ctrl-C asks whoever has the rooms, and ends no process", () => {
  start();
  prompt.sheet().bring("asked");
  terminal.type("\x03");
  expect(heard).toEqual(["key", "interrupt"]);
  expect(terminal.signals).toEqual([]);
});

describe("where a terminal takes lines alone", () => {
  beforeEach(() => start("dumb"));

  test("they go to the sheet in front, which says so", async () => {
    terminal.type("one\n");
    terminal.type("/go 2\n");
    terminal.type("two\n");
    expect(said()).toEqual(["1: one", "2: two"]);
    expect(await terminal.row()).toMatch(/^— 2> Enter sends/);
  });

  test("each keeps what it could not take, and its questions", async () => {
    terminal.type("/full\n");
    ask(2, NICK);
    terminal.type("/go 2\n");
    expect(said()).toEqual(["1: /full"]);
    expect(sheets[0]?.rest).toContain("/full");
  });
});
