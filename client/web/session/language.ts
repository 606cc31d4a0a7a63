import { languageOf } from "../../core/words/languages.ts";
import { PAGE_LANGUAGE_CODES, type PageLanguageCode } from "../words/codes.ts";

/** What the document is in, as the early script has chosen. */
export function languageNow(): PageLanguageCode {
  return languageOf(document.documentElement.lang, PAGE_LANGUAGE_CODES) ?? "en";
}
