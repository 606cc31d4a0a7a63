import { english } from "./english/english.ts";

/** All that a language has to say at a terminal: what it lacks, a sentence or a parameter of one, does not compile. */
export type CliCatalogue = typeof english;

/** What the terminal client says, in the language of its person. There is one so far. */
export function cliWords(): CliCatalogue {
  return english;
}
