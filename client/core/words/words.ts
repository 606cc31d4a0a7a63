import { addressWords } from "./address-words.ts";
import type { sharedEnglish } from "./english.ts";
import type { addressEnglish } from "./english-addresses.ts";
import { slashEnglish } from "./english-slash.ts";
import type { NotifyCatalogue } from "./notify-words.ts";
import type { Refusals } from "./refusals.ts";
import { sharedWords } from "./shared-words.ts";

export type Catalogue = typeof sharedEnglish & typeof addressEnglish & typeof slashEnglish;

/** Another language: files beside those of English that together satisfy `Translation`. A sentence that they lack does not compile. */
export type Translation = Catalogue & { readonly refusals: Refusals; readonly notify: NotifyCatalogue };

/** What all clients say. */
export const words: Catalogue = { ...sharedWords, ...addressWords, ...slashEnglish };
