import { languageNow } from "./session/language.ts";
import { PAGE_LANGUAGES } from "./words/languages.ts";
import { pageSpoken, speakPage } from "./words/spoken.ts";

// What is said is chosen before anything is loaded that says something: this
// file, and what it imports, is all that is evaluated until then.

const { dir, first, late } = PAGE_LANGUAGES[languageNow()];
const { documentElement: root } = document;

function withWords<Part>(part: () => Promise<Part>): () => Promise<Part> {
  return () => late().then(speakPage).then(part);
}

root.dir = dir;
pageSpoken.languages = PAGE_LANGUAGES;
pageSpoken.locale = root.lang;

void first()
  .then(speakPage)
  .then(() => import("./page.tsx"))
  .then(({ openPage }) =>
    openPage({
      late: withWords(() => import("./late-parts.ts")),
      gate: withWords(() => import("./gate-part.ts")),
    }),
  );
