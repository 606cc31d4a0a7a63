import { type CoreCatalogue, spoken } from "../../core/words/spoken.ts";
import type { englishPage } from "./english.ts";
import type { englishDoor } from "./english-door.ts";
import type { englishHome } from "./english-home.ts";
import type { englishPanels } from "./english-panels.ts";

export type PageCatalogue = typeof englishPage;

/** What a language has to say before somebody is in a room, and what is said in each: a sentence that it lacks does not compile. */
export interface FirstWords extends Pick<CoreCatalogue, "shared"> {
  readonly page: PageCatalogue;
}

/** What it has to say in the parts of the page that are loaded later. Until then, a refusal is told as the room has it. */
export interface LateWords extends Pick<CoreCatalogue, "refusals" | "addresses" | "slash" | "notify"> {
  readonly door: typeof englishDoor;
  readonly home: typeof englishHome;
  readonly panels: typeof englishPanels;
}

/** What is spoken, with what the page says besides what all clients say. */
export const pageSpoken: Partial<FirstWords & LateWords> & {
  /** For what `Intl` writes: the language, as the browser has it. */
  locale?: string;
  /** What else could be spoken, each by its own name. */
  languages?: Readonly<Record<string, { readonly name: string }>>;
} = spoken;

export function speakPage(words: FirstWords | LateWords): void {
  Object.assign(pageSpoken, words);
}
