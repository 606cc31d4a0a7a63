import { PAGE_LANGUAGE_CODES, type PageLanguageCode } from "./codes.ts";
import { englishTold } from "./english-told.ts";

export type NotificationCatalogue = typeof englishTold;

/** What notifications say in each language that the page speaks: one service worker is for all of them. */
const TOLD: Readonly<Record<PageLanguageCode, NotificationCatalogue>> = { en: englishTold };

/** In the language that the page spoke last, as far as that is known. */
export function toldWordsIn(language: unknown): NotificationCatalogue {
  return TOLD[PAGE_LANGUAGE_CODES.find((each) => each === language) ?? "en"];
}
