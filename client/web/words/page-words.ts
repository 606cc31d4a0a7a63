import { englishPage } from "./english.ts";

/** What every language must be able to say on the page: another one is a file beside `english.ts`, and a sentence that it lacks does not compile. */
export type PageCatalogue = typeof englishPage;

/** What the page says by itself; what all clients say is in core's words. */
export const pageWords: PageCatalogue = englishPage;
