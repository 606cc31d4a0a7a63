import * as english from "../../../client/web/words/english-late.ts";
import * as portuguese from "../../../client/web/words/portuguese-late.ts";
import type { LateWords } from "../../../client/web/words/spoken.ts";
import { pseudo } from "./pseudo.ts";

export const { addresses, slash, notify, door, home, panels, refusals }: LateWords = pseudo({
  ...english,
  // English has none.
  refusals: portuguese.refusals,
});
