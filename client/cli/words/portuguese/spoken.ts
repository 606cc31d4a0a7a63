import { programRefusalsPortuguese } from "../../../core/words/portuguese-program-refusals.ts";
import { refusalsPortuguese } from "../../../core/words/portuguese-refusals.ts";
import type { Refusals } from "../../../core/words/refusals.ts";

export { sharedPortuguese as shared } from "../../../core/words/portuguese.ts";
export { addressPortuguese as addresses } from "../../../core/words/portuguese-addresses.ts";
export { notifyPortuguese as notify } from "../../../core/words/portuguese-notify.ts";
export { slashPortuguese as slash } from "../../../core/words/portuguese-slash.ts";
export { portuguese as terminal } from "./portuguese.ts";

export const refusals: Refusals = { ...refusalsPortuguese, ...programRefusalsPortuguese };
