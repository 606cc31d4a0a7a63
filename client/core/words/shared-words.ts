import { chosen, type SharedCatalogue, spoken } from "./spoken.ts";

export type { SharedCatalogue } from "./spoken.ts";

/** What all clients say, whether anybody types commands or not. */
export const sharedWords: SharedCatalogue = chosen(spoken.shared);
