import { type Pointed, personOf, splitWord } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";

interface Call {
  context: SlashContext;
  argument: string;
  command: SlashCommand;
}

/** Does something about the person whom the first word names; `rest` is what stands behind it. */
export function withPerson(
  { context, argument, command }: Call,
  act: (person: Pointed, rest: string) => SlashOutcome | Promise<SlashOutcome>,
): SlashOutcome | Promise<SlashOutcome> {
  const [word, rest] = splitWord(argument);
  if (word === "") return usage(command);
  const person = personOf(context.chat, word);
  return person === undefined ? `Nobody here is called ${word}.` : act(person, rest);
}
