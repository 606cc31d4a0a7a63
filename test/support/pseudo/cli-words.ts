import * as english from "../../../client/cli/words/english/spoken.ts";
import * as portuguese from "../../../client/cli/words/portuguese/spoken.ts";
import type { CliLanguage } from "../../../client/cli/words/words.ts";
import { pseudo } from "./pseudo.ts";

// What stands in the place of a language's file beside the terminal client.

export const { shared, addresses, slash, notify, terminal, refusals }: CliLanguage = pseudo({
  ...english,
  // English has none.
  refusals: portuguese.refusals,
});
