import { ERRORS } from "../../../src/protocol/error.ts";
import { nickname } from "../../../src/protocol/nick.ts";
import { sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";

/** Asks for a nickname until it is one: the room is asked no more than whether it is free. */
export async function askNick(
  desk: Pick<Desk, "ask" | "print">,
  written: string | undefined,
): Promise<string | undefined> {
  let text = written;
  for (;;) {
    const answer = await desk.ask({
      type: "line",
      label: cliWords().talk.nickname,
      ...(text !== undefined && { text }),
    });
    if (answer === undefined) return undefined;
    text = answer.trim();
    if (nickname(text) !== undefined) return text;
    desk.print([sentence(ERRORS.bad_nick)]);
  }
}
