import { sharedEnglish } from "./english.ts";

export type SharedCatalogue = typeof sharedEnglish;

/** What all clients say, whether anybody types commands or not. */
export const sharedWords: SharedCatalogue = sharedEnglish;
