import type { Language } from "../../core/words/languages.ts";
import type { FirstWords, LateWords } from "./spoken.ts";

/** Where the words of a language are loaded from: each page loads those of one alone. */
interface PageLanguage {
  /** As it calls itself. */
  readonly name: string;
  /** Which way it is written. */
  readonly dir: "ltr" | "rtl";
  first(): Promise<FirstWords>;
  late(): Promise<LateWords>;
}

/** Of each language, a line here, and files beside those of English. */
export const PAGE_LANGUAGES = {
  en: {
    name: "English",
    dir: "ltr",
    first: () => import("./english-first.ts"),
    late: () => import("./english-late.ts"),
  },
  pt: {
    name: "Português",
    dir: "ltr",
    first: () => import("./portuguese-first.ts"),
    late: () => import("./portuguese-late.ts"),
  },
} satisfies Record<Language, PageLanguage>;
