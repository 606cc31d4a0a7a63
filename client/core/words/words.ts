import { addressWords } from "./address-words.ts";
import { sharedWords } from "./shared-words.ts";
import {
  type AddressCatalogue,
  chosen,
  type SharedCatalogue,
  type SlashCatalogue,
  spoken,
} from "./spoken.ts";

export type Catalogue = SharedCatalogue & AddressCatalogue & SlashCatalogue;

/** What all clients say. */
export const words: Catalogue = { ...sharedWords, ...addressWords, ...chosen(spoken.slash) };
