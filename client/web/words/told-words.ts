import { PAGE_LANGUAGE_CODES, type PageLanguageCode } from "./codes.ts";
import { englishTold, type ToldCatalogue } from "./english-told.ts";
import { portugueseTold } from "./portuguese-told.ts";

/** What notifications say in each language that the page speaks: one service worker is for all of them. */
const TOLD: Readonly<Record<PageLanguageCode, ToldCatalogue>> = {
  en: englishTold,
  pt: portugueseTold,
};

/** In the language that the page spoke last, as far as that is known. */
export function toldWordsIn(language: unknown): ToldCatalogue {
  return TOLD[PAGE_LANGUAGE_CODES.find((each) => each === language) ?? "en"];
}
