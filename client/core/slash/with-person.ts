import { words } from "../words/words.ts";
import { type Pointed, personOf, splitWord } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";

/** A slash command as somebody has written it. */
export interface Written {
  context: SlashContext;
  argument: string;
  command: SlashCommand;
}

/** Does something about the first word; `rest` is what stands behind it. */
export function withWord(
  { argument, command }: Written,
  act: (word: string, rest: string) => SlashOutcome | Promise<SlashOutcome>,
): SlashOutcome | Promise<SlashOutcome> {
  const [word, rest] = splitWord(argument);
  return word === "" ? usage(command) : act(word, rest);
}

/** Does something about the person whom the first word names. */
export function withPerson(
  written: Written,
  act: (person: Pointed, rest: string) => SlashOutcome | Promise<SlashOutcome>,
): SlashOutcome | Promise<SlashOutcome> {
  return withWord(written, (word, rest) => {
    const person = personOf(written.context.chat, word);
    return person === undefined ? words.slash.nobodyCalled(word) : act(person, rest);
  });
}
