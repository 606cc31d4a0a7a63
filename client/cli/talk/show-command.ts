import type { Message } from "../../../src/protocol/event.ts";
import { isProblem } from "../../core/problem.ts";
import { type SlashCommand, type SlashOutcome, usage } from "../../core/slash/slash-command.ts";
import { cliWords } from "../words/words.ts";

/** Shows all of a message, however long it is, by its number. */
export function showCommand(show: (message: Message) => void): SlashCommand {
  const { talk } = cliWords();
  const command: SlashCommand = {
    name: "show",
    ...talk.show,
    async run({ chat }, argument): Promise<SlashOutcome> {
      const id = Number(/^#?(\d{1,15})$/.exec(argument)?.[1]);
      if (!(id > 0)) return usage(command);
      const page = await chat.history({ before: id + 1, limit: 1 });
      if (isProblem(page)) return page;
      const found = page.events.find((event) => event.id === id && event.type === "message");
      if (found?.type !== "message") return talk.noMessage(id);
      show(found);
    },
  };
  return command;
}
