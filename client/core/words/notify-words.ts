import { notifyEnglish } from "./english-notify.ts";

export type NotifyCatalogue = typeof notifyEnglish;

/** What is said about what somebody is told of a room. */
export const notifyWords: NotifyCatalogue = notifyEnglish;
