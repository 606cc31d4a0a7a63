import { libraryEnglish } from "./english-library.ts";

/** What programs are told. */
export const libraryWords: typeof libraryEnglish = libraryEnglish;
