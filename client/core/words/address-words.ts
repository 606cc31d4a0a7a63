import { addressEnglish } from "./english-addresses.ts";

/** What is wrong with what somebody has typed or pasted to come in by. */
export const addressWords: typeof addressEnglish = addressEnglish;
