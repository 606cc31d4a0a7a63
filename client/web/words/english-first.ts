export { sharedEnglish as shared } from "../../core/words/english.ts";
export { englishPage as page } from "./english.ts";
