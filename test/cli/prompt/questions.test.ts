import { beforeEach, describe, expect, test } from "vitest";
import { openPrompt } from "../../../client/cli/prompt/open-prompt.ts";
import type { Prompt } from "../../../client/cli/prompt/prompt.ts";
import type { Question } from "../../../client/cli/prompt/question.ts";
import { QUIET, SETTLING } from "../../../client/cli/prompt/quiet.ts";
import { sentence } from "../../../client/cli/view/log-line.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { type FakeTerminal, fakeTerminal } from "../../support/fake-terminal.ts";

const SECRET: Question = { type: "line", label: "Passphrase: ", secret: true };
const AGAIN: Question = { type: "choice", label: "Again? [y/N] ", answers: ["y", "yes", "n", "no"] };
const CODE: Question = { type: "reveal", about: ["Tell nobody."], label: "Code: ", text: "c0de" };
const SIX_LINES = "\x1b[200~1\r2\r3\r4\r5\r6\x1b[201~";

let clock: FakeClock;
let terminal: FakeTerminal;
let prompt: Prompt;
/** What was said, and what was answered, in order. */
let heard: unknown[];

beforeEach(() => {
  clock = new FakeClock();
  heard = [];
  start();
});

type Start = NonNullable<Parameters<typeof fakeTerminal>[0]>;

function start(options: Start = {}): void {
  startEarly(options);
  open();
  clock.advance(SETTLING);
}

/** Nobody is in a room yet. */
function startEarly(options: Start = {}): void {
  terminal = fakeTerminal(options);
  prompt = openPrompt(terminal.host, undefined, clock);
}

function open(): void {
  prompt.open({
    label: "ana> ",
    candidates: () => ({ nicks: ["bob"], commands: [] }),
    onSubmit(text) {
      if (text === "/no") return "not_asked";
      if (text === "/lock") ask(SECRET);
      else heard.push({ said: text });
      return "done";
    },
    onLeave: (by) => heard.push({ left: by }),
  });
}

function ask(question: Question, origin: "asked" | "by_itself" = "asked"): void {
  void prompt.ask(question, origin).then((answer) => heard.push({ answer }));
}

/** Whoever waits for an answer has it. */
async function settled(): Promise<unknown[]> {
  await Promise.resolve();
  await Promise.resolve();
  return heard;
}

describe("a question and the draft have nothing in common", () => {
  test("the label of the draft is never the question's", async () => {
    ask(SECRET);
    prompt.setLabel("[offline 4s] ana> ");
    terminal.type("pass");
    prompt.setLabel("[offline 5s] ana> ");
    expect(await terminal.row()).toBe("Passphrase: ••••");
    terminal.type("\r");
    expect(await terminal.row()).toBe("[offline 5s] ana>");
    expect(await settled()).toEqual([{ answer: "pass" }]);
  });

  test.each<{ name: string; typed: string; left: string; row: string }>([
    { name: "its text and cursor", typed: "draft\x02\x02", left: "X", row: "ana> draXft" },
    { name: "where it is in the history", typed: "one\rtwo\r\x1b[A\x1b[A", left: "\x1b[B", row: "ana> two" },
    { name: "the draft behind the history", typed: "one\rdra\x1b[A", left: "\x1b[B", row: "ana> dra" },
    { name: "a completion under way", typed: "b\t", left: "\t", row: "ana> bob:" },
    { name: "a paste that waits for a yes", typed: `x${SIX_LINES}`, left: "y", row: "ana> x1⏎2⏎3⏎4⏎5⏎6" },
    { name: "what was killed", typed: "one two\x17", left: "\x19", row: "ana> one two" },
  ])("the draft keeps $name", async ({ typed, left, row }) => {
    terminal.type(typed);
    ask(SECRET);
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("se\x17cret\t\x1b[A\r");
    terminal.type(left);
    expect(await terminal.row()).toBe(row);
    expect(await settled()).toContainEqual({ answer: "cret" });
  });

  test("what is answered can't be recalled or yanked", async () => {
    ask(SECRET);
    terminal.type("secret\x15secret\r");
    terminal.type("\x1b[A\x19");
    expect(await terminal.row()).toBe("ana>");
  });

  test("messages come above it, and a resize and Ctrl-L leave it", async () => {
    ask(SECRET);
    terminal.type("abc");
    prompt.print([sentence("bob: hi")]);
    terminal.host.stdout.emit("resize");
    expect(await terminal.rows()).toEqual(["bob: hi", "Passphrase: •••"]);
    terminal.type("\x0c");
    expect(await terminal.rows()).toEqual(["Passphrase: •••"]);
  });
});

describe("keys that a question takes", () => {
  test.each<{ name: string; question: Question; typed: string; answer: string | undefined }>([
    { name: "Enter", question: SECRET, typed: "a b\r", answer: "a b" },
    { name: "Ctrl-C clears, and then declines", question: SECRET, typed: "a\x03\x03", answer: undefined },
    { name: "Ctrl-D", question: SECRET, typed: "\x04", answer: undefined },
    { name: "a paste of a line", question: SECRET, typed: "\x1b[200~pasted\r\x1b[201~\r", answer: "pasted" },
    {
      name: "a paste of two, which is none",
      question: SECRET,
      typed: "\x1b[200~a\rb\x1b[201~c\r",
      answer: "c",
    },
    { name: "Tab and Up, which do nothing", question: SECRET, typed: "b\t\x1b[Ab\r", answer: "bb" },
    { name: "y", question: AGAIN, typed: "y\r", answer: "y" },
    { name: "Yes", question: AGAIN, typed: "Yes\r", answer: "yes" },
    { name: "Enter alone, a no", question: AGAIN, typed: "\r", answer: "" },
    { name: "y, taken back", question: AGAIN, typed: "y\x7fn\r", answer: "n" },
    { name: "Enter behind a code", question: CODE, typed: "\r", answer: "" },
    { name: "Ctrl-C behind a code", question: CODE, typed: "\x03", answer: undefined },
  ])("$name", async ({ question, typed, answer }) => {
    ask(question);
    terminal.type(typed);
    expect(await settled()).toEqual([{ answer }]);
    expect(await terminal.row()).toBe("ana>");
  });
});

describe("what was not meant for a question", () => {
  test("a line typed behind the one that asks, at once, answers nothing and is said to nobody", async () => {
    terminal.type("/lock\rhello\reveryone");
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("secret\r");
    expect(await settled()).toEqual([{ answer: "secret" }]);
    expect(await terminal.row()).toBe("ana> hello⏎everyone");
  });

  test("so does a paste that is still coming", async () => {
    terminal.type("/lock\r\x1b[200~one ");
    expect(await terminal.row()).toBe("ana>");
    terminal.type("two\x1b[201~");
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("\x03");
    expect(await terminal.row()).toBe("ana> one two");
  });

  test.each([
    { name: "while somebody types", before: "half" },
    { name: "where a paste is asked about", before: SIX_LINES },
  ])("a question that comes by itself waits, $name", async ({ before }) => {
    terminal.type(before);
    ask(SECRET, "by_itself");
    clock.advance(60_000);
    expect(await terminal.row()).not.toContain("Passphrase");
    terminal.type("n\x15\x15");
    clock.advance(QUIET - 1);
    expect(await terminal.row()).toBe("ana>");
    clock.advance(1);
    expect(await terminal.row()).toBe("Passphrase:");
  });

  test("it waits until the keys have been still, too: who has just sent a line goes on", async () => {
    terminal.type("one\r");
    ask(SECRET, "by_itself");
    clock.advance(QUIET - 1);
    terminal.type("two\r");
    clock.advance(QUIET - 1);
    expect(await settled()).toEqual([{ said: "one" }, { said: "two" }]);
    expect(await terminal.row()).toBe("ana>");
    clock.advance(1);
    expect(await terminal.row()).toBe("Passphrase:");
  });

  test.each([
    { line: "hello", row: "ana> hello" },
    { line: "yesterday", row: "ana> yesterday" },
    { line: "not now", row: "ana> not now" },
  ])("a choice does not take $line, and is asked again", async ({ line, row }) => {
    ask(AGAIN, "by_itself");
    expect(await terminal.row()).toBe("Again? [y/N]");
    terminal.type(line);
    expect(await terminal.row()).toBe(row);
    terminal.type("\r");
    expect(await settled()).toEqual([{ said: line }]);
    clock.advance(QUIET);
    expect(await terminal.row()).toBe("Again? [y/N]");
    terminal.type("y\r");
    expect(await settled()).toEqual([{ said: line }, { answer: "y" }]);
  });

  test("who writes on has seen the code, and it is gone", async () => {
    ask(CODE);
    expect(await terminal.rows()).toEqual(["Tell nobody.", "Code: c0de"]);
    terminal.type("hi");
    expect(await terminal.row()).toBe("ana> hi");
    expect(await settled()).toEqual([{ answer: undefined }]);
  });
});

describe("before there is a room", () => {
  test.each([
    { name: "before anybody looked", wait: 0 },
    { name: "while the server is asked", wait: SETTLING },
  ])("what was typed answers no question, $name", async ({ wait }) => {
    startEarly();
    clock.advance(wait);
    terminal.type("hello everyone\nsecond");
    ask(SECRET);
    terminal.type(" typed\r");
    clock.advance(QUIET - 1);
    expect(await terminal.row()).toBe("hello everyone⏎second typed⏎");
    clock.advance(1);
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("wrong\r");
    expect(await settled()).toEqual([{ answer: "wrong" }]);
    // It is answered again at once.
    ask(SECRET);
    expect(await terminal.row()).toBe("Passphrase:");
    terminal.type("right\rand more");
    open();
    expect(await terminal.row()).toBe("ana> hello everyone⏎second typed⏎and more");
    expect(await settled()).toEqual([{ answer: "wrong" }, { answer: "right" }]);
  });

  test("Ctrl-C ends it as the terminal would", () => {
    startEarly();
    terminal.type("hello\x03");
    expect(terminal.signals).toEqual(["SIGINT"]);
  });

  test("nothing is drawn once it is closed", async () => {
    prompt.close();
    prompt.setLabel("[offline 1s] ana> ");
    expect(await terminal.rows()).toEqual([]);
  });
});

describe("questions in a series", () => {
  const FIRST: Question = { ...AGAIN, label: "Again “one”? [y/N] " };
  const SECOND: Question = { ...AGAIN, label: "Again “two”? [y/N] " };

  test("follow at once, so that no answer is said", async () => {
    terminal.type("x\x7f");
    ask(FIRST, "by_itself");
    ask(SECOND, "by_itself");
    clock.advance(QUIET);
    expect(await terminal.row()).toBe("Again “one”? [y/N]");
    terminal.type("y\r");
    expect(await terminal.row()).toBe("Again “two”? [y/N]");
    terminal.type("n\r");
    expect(await settled()).toEqual([{ answer: "y" }, { answer: "n" }]);
  });

  test("take one answer of what was typed at once, and the rest is said to nobody", async () => {
    ask(FIRST, "by_itself");
    ask(SECOND, "by_itself");
    terminal.type("y\rn\rhello\r");
    expect(await terminal.row()).toBe("ana> n⏎hello⏎");
    clock.advance(QUIET);
    expect(await settled()).toEqual([{ answer: "y" }]);
    terminal.type("\x15");
    clock.advance(QUIET);
    expect(await terminal.row()).toBe("Again “two”? [y/N]");
  });

  test("a passphrase does not follow at once: who has answered may write on", async () => {
    ask(FIRST, "by_itself");
    ask(SECRET, "by_itself");
    terminal.type("y\r");
    expect(await settled()).toEqual([{ answer: "y" }]);
    terminal.type("hello\r");
    expect(await settled()).toEqual([{ answer: "y" }, { said: "hello" }]);
  });
});

test("what is typed at once behind a line that is refused is said to nobody", async () => {
  terminal.type("one\r/no\rsecret\rmore");
  expect(await terminal.row()).toBe("ana> secret⏎more");
  terminal.type("\r");
  expect(await settled()).toEqual([{ said: "one" }, { said: "secret\nmore" }]);
});

test("questions come one after the other, first those that were asked for", async () => {
  terminal.type("x");
  ask(AGAIN, "by_itself");
  ask(SECRET);
  ask({ type: "line", label: "Nickname: ", text: "ana" });
  expect(await terminal.row()).toBe("Passphrase:");
  terminal.type("1\r");
  expect(await terminal.row()).toBe("Nickname: ana");
  terminal.type("2\r");
  expect(await terminal.row()).toBe("ana> x");
  terminal.type("\x15");
  clock.advance(QUIET);
  expect(await terminal.row()).toBe("Again? [y/N]");
  expect(await settled()).toEqual([{ answer: "1" }, { answer: "ana2" }]);
});

test("twenty questions leave no listener behind, and neither do twenty prompts", async () => {
  prompt.close();
  const closed = terminal.listeners();
  for (let round = 0; round < 20; round++) {
    const again = openPrompt(terminal.host, undefined, clock);
    void again.ask(SECRET);
    terminal.type("x\r");
    again.close();
  }
  expect(terminal.listeners()).toBe(closed);
});

describe("a terminal that understands no control sequences", () => {
  beforeEach(() => start({ TERM: "dumb", columns: 40 }));
  const CONTROL = /(?!\n)\p{Cc}/u;

  test("gets lines alone, folded under their text", () => {
    prompt.print([{ head: "07:31 bob: ", text: `hi${" ".repeat(27)}07:31 ana: yes`, indent: 11 }]);
    expect(terminal.written()).toContain("07:31 bob: hi\n           07:31 ana: yes\n");
    prompt.setLabel("changed> ");
    terminal.type("hello\nyou");
    terminal.type(" there\r\n");
    ask(SECRET);
    clock.advance(SETTLING);
    terminal.type("se\x7fsame\n");
    expect(terminal.written()).not.toMatch(CONTROL);
  });

  test("a line is said, and the next one answers what was asked", async () => {
    terminal.type("one\n/lock\n");
    clock.advance(SETTLING);
    expect(terminal.written()).toMatch(/\nPassphrase: $/);
    terminal.type("se\x7fsame\x1b[Ax\n");
    terminal.type("two\n");
    expect(await settled()).toEqual([{ said: "one" }, { said: "two" }, { answer: "ssamex" }]);
  });

  test("a line typed behind the one that asks answers nothing, and is said to nobody", async () => {
    terminal.type("/lock\nhello\n");
    clock.advance(SETTLING);
    expect(terminal.written()).toContain("is not sent");
    terminal.type("\x03");
    expect(await settled()).toEqual([{ answer: undefined }]);
  });

  test("a choice that comes by itself takes its answers alone, behind a slash", async () => {
    ask(AGAIN, "by_itself");
    expect(terminal.written()).toMatch(/\n! Again\? \[y\/N\] Write \/y, \/yes, \/n or\n {2}\/no\.\n$/);
    terminal.type("hello\n\ny\nn\n/Yes\n");
    expect(await settled()).toEqual([{ said: "hello" }, { said: "y" }, { said: "n" }, { answer: "yes" }]);
  });

  test("what is typed at once behind an answer, or a refusal, is said to nobody", async () => {
    terminal.type("/no\nsecret\n");
    ask(AGAIN, "by_itself");
    ask(AGAIN, "by_itself");
    terminal.type("/y\n/n\n");
    expect(await settled()).toEqual([{ answer: "y" }]);
    expect(terminal.written().match(/is not sent/g)).toHaveLength(2);
    terminal.type("/n\n");
    expect(await settled()).toEqual([{ answer: "y" }, { answer: "n" }]);
  });

  test("what was typed before there was a question answers none", async () => {
    startEarly({ TERM: "dumb" });
    ask({ type: "line", label: "Nickname: " });
    terminal.type("hello everyone\nsecond\n");
    clock.advance(QUIET - 1);
    expect(terminal.written()).not.toContain("Nickname");
    clock.advance(1);
    expect(terminal.written()).toMatch(/is not\n {2}sent\.\nNickname: $/);
    terminal.type("ana\n");
    expect(await settled()).toEqual([{ answer: "ana" }]);
  });

  test("half a line, which the terminal gives up where a secret is asked for, is no part of it", async () => {
    startEarly({ TERM: "dumb" });
    clock.advance(SETTLING);
    ask(SECRET);
    terminal.type("half");
    clock.advance(SETTLING);
    expect(terminal.written()).toMatch(/is not\n {2}sent\.\nPassphrase: $/);
    terminal.type("sesame\r");
    expect(await settled()).toEqual([{ answer: "sesame" }]);
  });

  test("nothing is written behind half a line, which only the terminal knows", () => {
    const before = terminal.written().length;
    // It echoes this.
    terminal.host.stdout.write("h".repeat(33));
    clock.advance(1);
    prompt.print([sentence("07:31 ana: I resign today"), sentence("07:31 ana: ok")]);
    prompt.print([sentence("07:31 bob: no")]);
    expect(terminal.written().slice(before)).toBe(
      `${"h".repeat(33)}\n07:31 ana: I resign today\n07:31 ana: ok\n07:31 bob: no\n`,
    );
  });

  test("a secret that comes by itself waits for an empty line", async () => {
    ask(SECRET, "by_itself");
    expect(terminal.written()).toContain("Press Enter on an empty");
    terminal.type("hello\n");
    terminal.type("\n");
    clock.advance(SETTLING);
    expect(terminal.written()).toMatch(/\nPassphrase: $/);
    terminal.type("sesame\n");
    expect(await settled()).toEqual([{ said: "hello" }, { answer: "sesame" }]);
  });

  test("what is printed while it asks leaves the question last", () => {
    ask(SECRET);
    clock.advance(SETTLING);
    prompt.print([sentence("bob: hi")]);
    expect(terminal.written()).toMatch(/Passphrase: \nbob: hi\nPassphrase: $/);
  });

  test("no code is shown where it could not be wiped away", async () => {
    ask(CODE);
    expect(terminal.written()).not.toContain("c0de");
  });

  test("the end of the input is a goodbye", async () => {
    ask(SECRET);
    terminal.host.stdin.emit("end");
    expect(await settled()).toEqual([{ left: "eof" }, { answer: undefined }]);
  });
});
