import type { sharedEnglish } from "./english.ts";
import type { addressEnglish } from "./english-addresses.ts";
import type { notifyEnglish } from "./english-notify.ts";
import type { slashEnglish } from "./english-slash.ts";
import type { Refusals } from "./refusals.ts";

export type SharedCatalogue = typeof sharedEnglish;
export type AddressCatalogue = typeof addressEnglish;
export type NotifyCatalogue = typeof notifyEnglish;
export type SlashCatalogue = typeof slashEnglish;

/** All that a language has to say in every client, in the parts in which the page loads it: a sentence that it lacks does not compile. */
export interface CoreCatalogue {
  readonly shared: SharedCatalogue;
  /** English has none: a room's own sentences are English already. */
  readonly refusals: Partial<Refusals>;
  readonly addresses: AddressCatalogue;
  readonly slash: SlashCatalogue;
  readonly notify: NotifyCatalogue;
}

/** What is spoken. It is chosen before any module is loaded that says something. */
export const spoken: Partial<CoreCatalogue> = {};

/** Chooses what is spoken, or the next part of it. */
export function speakWords(words: Partial<CoreCatalogue>): void {
  Object.assign(spoken, words);
}

export function chosen<Words>(words: Words | undefined): Words {
  if (!words) throw new Error("Mute.");
  return words;
}
