// What nobody needs to read and write: loaded by itself, once somebody is in a room.

// All that both need is in one file so, which is smaller than two.
import "./page.tsx";
import { panelWords } from "./words/panel-words.ts";

export { tokenOfLink } from "../core/link.ts";
export { commandLine } from "../core/slash/slash-commands.ts";
export { OutsideCard } from "./gate/outside-card.tsx";
export { MessageTools } from "./log/message-tools.tsx";
export { MissedBar } from "./log/missed-bar.tsx";
export { panels } from "./panel/panels.ts";
export { finderOf } from "./session/finder.ts";
export { notify } from "./session/notifications.ts";

export const { titles } = panelWords;
