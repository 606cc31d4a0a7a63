export { sharedEnglish as shared } from "../../../core/words/english.ts";
export { addressEnglish as addresses } from "../../../core/words/english-addresses.ts";
export { notifyEnglish as notify } from "../../../core/words/english-notify.ts";
export { slashEnglish as slash } from "../../../core/words/english-slash.ts";
export { english as terminal } from "./english.ts";

/** The room's own sentences are English already. */
export const refusals = {};
