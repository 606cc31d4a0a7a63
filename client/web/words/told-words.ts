import { LANGUAGES, type Language } from "../../core/words/languages.ts";
import { englishTold, type ToldCatalogue } from "./english-told.ts";
import { portugueseTold } from "./portuguese-told.ts";

/** What notifications say in each language: one service worker is for all of them. */
const TOLD: Readonly<Record<Language, ToldCatalogue>> = {
  en: englishTold,
  pt: portugueseTold,
};

/** In the language that the page spoke last, as far as that is known. */
export function toldWordsIn(language: unknown): ToldCatalogue {
  return TOLD[LANGUAGES.find((each) => each === language) ?? "en"];
}
