import type { Saying } from "../../../src/protocol/command.ts";
import { isProblem } from "../../core/problem.ts";
import { outboxBelow, placeInOutbox } from "../../core/sending/place.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import type { Ending } from "../end/ending.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { NumberedLine } from "../pipe/lines.ts";
import { tellWaits } from "../pipe/tell-waits.ts";
import { report, type Visit, visit } from "../pipe/visit.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";
import { assertSendable, readable } from "./sendable.ts";

export interface LineStream {
  readonly settings: ClientSettings;
  /** What each line is said with. */
  readonly manner: Omit<Saying, "text">;
  readonly first: readonly NumberedLine[];
  readonly rest: AsyncIterable<NumberedLine> | undefined;
}

/** Says line after line over one connection, no faster than the room takes them. */
export async function streamLines(stream: LineStream): Promise<ExitCode> {
  const numbers = new Map<number, number>();
  const tell = (key: number, sentence: (number: number) => string) => {
    const number = numbers.get(key);
    if (number !== undefined) process.stderr.write(`papo: ${sentence(number)}\n`);
    numbers.delete(key);
  };
  const stay = visit(stream.settings);
  tellWaits(stay.chat);
  stay.chat.subscribe((event) => {
    if (event.type === "stored") numbers.delete(event.entry.key);
    if (event.type === "failed") {
      const why = oneLine(sayProblem(event.problem));
      tell(event.entry.key, (number) => cliWords().send.lineNotSent({ number, why }));
    }
    if (event.type !== "unsure") return;
    for (const { key } of event.entries) tell(key, cliWords().send.lineUnknown);
  });

  const feed = async (): Promise<Ending> => {
    const problem = await say(stay, stream, numbers);
    await outboxBelow(stay.chat, 0);
    return problem === undefined ? { exitCode: EXIT.fine } : { exitCode: EXIT.unsent, message: problem };
  };
  stay.tally.hold(stream.first.length, stream.rest !== undefined);
  stay.chat.start();
  const fed = feed().then(stay.leave);
  const ending = await Promise.race([stay.ended, fed.then(() => stay.ended)]);
  report(ending);
  return ending.exitCode;
}

/** Why it could not go on to the end, if so. */
async function say(
  { chat, tally }: Visit,
  { first, rest, manner }: LineStream,
  numbers: Map<number, number>,
): Promise<string | undefined> {
  let ahead = first.length;
  for await (const line of all(first, rest)) {
    ahead = Math.max(1, ahead);
    tally.hold(ahead, rest !== undefined);
    try {
      assertSendable(line);
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
    await placeInOutbox(chat);
    const entry = chat.say({ ...manner, text: readable(line) });
    if (isProblem(entry)) return cliWords().send.lineRefused({ number: line.number, why: sayProblem(entry) });
    numbers.set(entry.key, line.number);
    tally.hold(--ahead, rest !== undefined);
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
