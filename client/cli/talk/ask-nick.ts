import { isRefusal } from "../../../src/protocol/error.ts";
import { readNickname } from "../../../src/protocol/nickname.ts";
import { refusedHere } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import type { Origin } from "../prompt/questions.ts";
import { sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";

/** Asks for a nickname until it is one: the room is asked no more than whether it is free, and long enough there. */
export async function askNick(
  desk: Pick<Desk, "ask" | "print">,
  written: string | undefined,
  origin: Origin = "asked",
): Promise<string | undefined> {
  let text = written;
  for (;;) {
    const answer = await desk.ask(
      { type: "line", label: cliWords().talk.nickname, ...(text !== undefined && { text }) },
      origin,
    );
    if (answer === undefined) return undefined;
    text = answer.trim();
    const reading = readNickname(text);
    if (!isRefusal(reading)) return text;
    desk.print([sentence(sayProblem(refusedHere(reading)))]);
  }
}
