import { sharedEnglish } from "./english.ts";
import type { Refusals } from "./refusals.ts";

export type Catalogue = typeof sharedEnglish;

/** Another language: a file beside `english.ts` that `satisfies Translation`. A sentence that it lacks does not compile. */
export type Translation = Catalogue & { readonly refusals: Refusals };

/** What all clients say. */
export const words: Catalogue = sharedEnglish;
