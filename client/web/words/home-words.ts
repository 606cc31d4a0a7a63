import { chosen } from "../../core/words/spoken.ts";
import { pageSpoken } from "./spoken.ts";

/** What is said to who chooses a room. */
export const homeWords = chosen(pageSpoken.home);
