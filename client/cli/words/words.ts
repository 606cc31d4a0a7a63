import { type CoreCatalogue, chosen, speakWords } from "../../core/words/spoken.ts";
import type { english } from "./english/english.ts";

/** All that a language has to say at a terminal: what it lacks, a sentence or a parameter of one, does not compile. */
export type CliCatalogue = typeof english;

export interface CliLanguage extends CoreCatalogue {
  readonly terminal: CliCatalogue;
}

let spoken: CliCatalogue | undefined;

/** Chooses what is spoken: before anything is said, and before modules are loaded that say something. */
export function speakAtTerminal(words: CliLanguage): void {
  speakWords(words);
  spoken = words.terminal;
}

/** What the terminal client says, in the language of its person. */
export function cliWords(): CliCatalogue {
  return chosen(spoken);
}
