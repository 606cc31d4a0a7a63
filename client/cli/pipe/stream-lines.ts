import { isProblem } from "../../core/problem.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Ending } from "../join/outcome.ts";
import type { Settings } from "../settings.ts";
import { oneLine } from "../view/one-line.ts";
import type { NumberedLine } from "./lines.ts";
import { outboxBelow, placeInOutbox } from "./place.ts";
import { assertSendable } from "./sendable.ts";
import { report, type Visit, visit } from "./visit.ts";

export interface LineStream {
  readonly settings: Settings;
  readonly to?: string;
  readonly first: readonly NumberedLine[];
  readonly rest: AsyncIterable<NumberedLine> | undefined;
}

/** Says line after line over one connection, no faster than the room takes them. */
export async function streamLines(stream: LineStream): Promise<ExitCode> {
  const numbers = new Map<number, number>();
  let lost = 0;
  const fail = (key: number, why: string) => {
    lost++;
    process.stderr.write(`papo: line ${numbers.get(key)} was not sent: ${why}\n`);
  };
  const stay = visit(stream.settings);
  stay.chat.subscribe((event) => {
    if (event.type === "stored") numbers.delete(event.entry.key);
    if (event.type === "failed") fail(event.entry.key, oneLine(event.problem.message));
    if (event.type !== "unsure") return;
    for (const { key } of event.entries) {
      fail(key, "the room was erased meanwhile, and may or may not have had it before.");
    }
  });

  const feed = async (): Promise<Ending> => {
    const problem = await say(stay, stream, numbers);
    await outboxBelow(stay.chat, 0);
    if (problem !== undefined) return { exitCode: EXIT.unsent, message: problem };
    return { exitCode: lost === 0 ? EXIT.fine : EXIT.unsent };
  };
  stay.chat.start();
  const fed = feed().then(stay.leave);
  const ending = await Promise.race([stay.ended, fed.then(() => stay.ended)]);
  report(ending);
  return ending.exitCode;
}

/** Why it could not go on to the end, if so. */
async function say(
  { chat }: Visit,
  { first, rest, to }: LineStream,
  numbers: Map<number, number>,
): Promise<string | undefined> {
  for await (const { number, text } of all(first, rest)) {
    try {
      assertSendable(text, `Line ${number}`);
    } catch (error) {
      if (error instanceof Failure) return `${error.message} Those before it were sent.`;
      throw error;
    }
    await placeInOutbox(chat);
    const entry = chat.say({ text, ...(to !== undefined && { to }) });
    if (isProblem(entry)) return `Line ${number}: ${entry.message}`;
    numbers.set(entry.key, number);
  }
  return undefined;
}

async function* all(
  first: readonly NumberedLine[],
  rest: AsyncIterable<NumberedLine> | undefined,
): AsyncGenerator<NumberedLine> {
  yield* first;
  if (rest !== undefined) yield* rest;
}
