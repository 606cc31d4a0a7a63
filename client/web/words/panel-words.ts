import { englishPanels } from "./english-panels.ts";

/** What the panels say that are loaded later; another language has its own file for them, too. */
export const panelWords: typeof englishPanels = englishPanels;
