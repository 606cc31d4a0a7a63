import { englishDoor } from "./english-door.ts";

/** What is said at the door of a room; another language has its own file for it, too. */
export const doorWords: typeof englishDoor = englishDoor;
