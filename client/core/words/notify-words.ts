import { chosen, type NotifyCatalogue, spoken } from "./spoken.ts";

/** What is said about what somebody is told of a room. */
export const notifyWords: NotifyCatalogue = chosen(spoken.notify);
