import type { Language } from "../../core/words/languages.ts";
import type { CliLanguage } from "./words.ts";

/** Of each language, a line here, and files beside those of English. Built, each but English has a file of its own, read by who speaks it alone. */
export const CLI_LANGUAGES: Readonly<Record<Language, () => Promise<CliLanguage>>> = {
  en: () => import("./english/spoken.ts"),
  pt: () => import("./portuguese/spoken.ts"),
};
