import { chosen } from "../../core/words/spoken.ts";
import { pageSpoken } from "./spoken.ts";

/** What the panels say that are loaded later. */
export const panelWords = chosen(pageSpoken.panels);
