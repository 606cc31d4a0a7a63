import { englishTold } from "./english-told.ts";

/** What notifications say; another language has its own file for it, too. */
export const toldWords: typeof englishTold = englishTold;
