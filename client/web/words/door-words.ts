import { chosen } from "../../core/words/spoken.ts";
import { pageSpoken } from "./spoken.ts";

/** What is said at a room's door. */
export const doorWords = chosen(pageSpoken.door);
