import { keptLooks, show } from "./session/looks.ts";

// Runs before anything is drawn, so that nobody who has chosen the dark sees a flash of light.

show(keptLooks());
// Chosen in another tab.
addEventListener("storage", ({ key }) => /:theme|:compact/.test(`${key}`) && show(keptLooks()));
