// Both need the same: it is in one file so.
import "./portuguese-first.ts";

export { addressPortuguese as addresses } from "../../core/words/portuguese-addresses.ts";
export { notifyPortuguese as notify } from "../../core/words/portuguese-notify.ts";
export { refusalsPortuguese as refusals } from "../../core/words/portuguese-refusals.ts";
export { slashPortuguese as slash } from "../../core/words/portuguese-slash.ts";
export { portugueseDoor as door } from "./portuguese-door.ts";
export { portugueseHome as home } from "./portuguese-home.ts";
export { portuguesePanels as panels } from "./portuguese-panels.ts";
