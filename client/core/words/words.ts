import { english } from "./english.ts";

/** What every language must be able to say: another one is a file beside `english.ts`, and a sentence that it lacks does not compile. */
export type Catalogue = typeof english;

/** What all clients say. */
export const words: Catalogue = english;
