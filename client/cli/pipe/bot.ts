import type { Command } from "../../../src/protocol/command.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import { outboxBelow } from "../../core/sending/place.ts";
import { EXIT } from "../end/exit-code.ts";
import { output } from "../end/output.ts";
import { jsonLine } from "../text/json-line.ts";
import { doBotCommand, parseBotCommand } from "./bot-command.ts";
import { botError, botEvent } from "./bot-event.ts";
import type { Talk } from "./pipe-talk.ts";
import { tellWaits } from "./tell-waits.ts";
import type { Visit } from "./visit.ts";

/** A program in a room: an object a line out for what happens; an object a line in for a command, any other line is said. */
export function bot({ chat, tally, leave }: Visit): Talk {
  const write = (value: object | undefined) => {
    if (value !== undefined) output.write(jsonLine(value));
  };
  const refuse = (of: string | undefined, problem: Problem) => write(botError(of, problem));

  chat.subscribe((event) => write(botEvent(event, chat)));
  tellWaits(chat);
  return {
    refuse: (why) => refuse(undefined, { problem: "bad_text", message: why }),
    async take(line) {
      if (!line.startsWith("{")) {
        const result = line.trim() === "" ? undefined : chat.say({ text: line });
        if (isProblem(result)) {
          tally.lose(1);
          refuse("say", result);
        }
        return;
      }
      const command = parseBotCommand(line);
      if (isProblem(command)) return refuse(undefined, command);
      if (command.type === "leave") {
        await outboxBelow(chat, 0);
        return leave({ exitCode: EXIT.fine }, command.reason);
      }
      const answer = await doBotCommand(chat, command);
      if (!isProblem(answer)) return write(answer);
      if (isStored(command)) tally.lose(1);
      refuse(command.type, answer);
    },
  };
}

/** Whether a command is one of those that are to be stored. */
function isStored({ type }: Command): boolean {
  return type === "say" || type === "edit" || type === "delete" || type === "react";
}
