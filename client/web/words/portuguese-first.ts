export { sharedPortuguese as shared } from "../../core/words/portuguese.ts";
export { portuguesePage as page } from "./portuguese.ts";
