import { LANGUAGES, languageOf } from "../core/words/languages.ts";
import { languageNow } from "./session/language.ts";
import { localeOf } from "./session/locale.ts";
import { keptLooks, show } from "./session/looks.ts";
import { browserShelf } from "./session/shelf.ts";

// Runs before anything is drawn, so that nobody who has chosen the dark sees a flash of light.

show(keptLooks());
// Chosen in another tab.
addEventListener("storage", ({ key }) => /:theme|:compact/.test(`${key}`) && show(keptLooks()));

// What was chosen here once, or the first of the browser's languages that papo speaks; as the browser has it, for dates are written as there.
const { languages } = navigator;
const chosen = browserShelf.get("language") ?? "";
const isChosen = (tag: string) => languageOf(tag, [chosen]);
const tags = [languages.find(isChosen) ?? chosen, ...languages];
document.documentElement.lang = localeOf(tags.find((tag) => languageOf(tag, LANGUAGES)) ?? "") ?? "en";
// Where the words are stands beside this script, by the build: they come with the page, and not behind it.
const words = document.currentScript?.dataset[languageNow()] ?? "";
for (const href of words.split(" ")) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = href;
  document.head.append(link);
}
