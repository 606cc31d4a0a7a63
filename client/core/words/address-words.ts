import { type AddressCatalogue, chosen, spoken } from "./spoken.ts";

/** What is wrong with what somebody has typed or pasted to come in by. */
export const addressWords: AddressCatalogue = chosen(spoken.addresses);
