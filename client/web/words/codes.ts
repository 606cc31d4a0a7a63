import type { Language } from "../../core/words/languages.ts";

/** What the page speaks; `languages.ts` has where it is. */
export const PAGE_LANGUAGE_CODES = ["en", "pt"] as const satisfies readonly Language[];

export type PageLanguageCode = (typeof PAGE_LANGUAGE_CODES)[number];
