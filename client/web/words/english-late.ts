// Both need the same: it is in one file so.
import "./english-first.ts";

export { addressEnglish as addresses } from "../../core/words/english-addresses.ts";
export { notifyEnglish as notify } from "../../core/words/english-notify.ts";
export { slashEnglish as slash } from "../../core/words/english-slash.ts";
export { englishDoor as door } from "./english-door.ts";
export { englishHome as home } from "./english-home.ts";
export { englishPanels as panels } from "./english-panels.ts";

/** The room's own sentences are English already. */
export const refusals = {};
