import { languageNow } from "./session/language.ts";
import { PAGE_LANGUAGES } from "./words/languages.ts";
import { pageSpoken, speakPage } from "./words/spoken.ts";

// What is said is chosen before anything is loaded that says something: this
// file, and what it imports, is all that is evaluated until then.

const { first, late } = PAGE_LANGUAGES[languageNow()];

function withWords<Part>(part: () => Promise<Part>): () => Promise<Part> {
  return () => late().then(speakPage).then(part);
}

pageSpoken.languages = PAGE_LANGUAGES;
pageSpoken.locale = document.documentElement.lang;

void first()
  .then(speakPage)
  .then(() => import("./page.tsx"))
  .then(({ openPage }) =>
    openPage({
      late: withWords(() => import("./late-parts.ts")),
      gate: withWords(() => import("./gate-part.ts")),
    }),
  );
