import { englishHome } from "./english-home.ts";

/** What is said to who chooses a room; another language has its own file for it, too. */
export const homeWords: typeof englishHome = englishHome;
