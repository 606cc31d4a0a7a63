// What nobody needs to read and write: loaded by itself, once somebody is in a room.

// All that both need is in one file so, which is smaller than two.
import "./page.tsx";
import { panelWords } from "./words/panel-words.ts";

export { tokenOfLink } from "../core/link.ts";
export { ComposerContext } from "./compose/composer-context.tsx";
export { send } from "./compose/send.ts";
export { WritingAids } from "./compose/writing-aids.tsx";
export { fieldOf } from "./compose/writing-field.ts";
export { mayBeEmpty } from "./files/send-files.ts";
export { SharedFiles } from "./files/shared-files.tsx";
export { filesIn, Uploads } from "./files/uploads.tsx";
export { OutsideCard } from "./gate/outside-card.tsx";
export { EmptyRoom } from "./log/empty-room.tsx";
export { MissedBar } from "./log/missed-bar.tsx";
export { MovesNotice } from "./log/moves-notice.tsx";
export { Prose } from "./log/prose.tsx";
export { reading } from "./log/reading.ts";
export { walk } from "./log/walk.ts";
export { panels } from "./panel/panels.ts";
export { PickedTools as MessageTools } from "./reactions/picked-tools.tsx";
export { ReactionChips } from "./reactions/reaction-chips.tsx";
export { RoomsNav } from "./rooms/rooms-nav.tsx";
export { roomsOf } from "./rooms/rooms-of.ts";
export { commandsOf } from "./session/command-ui.ts";
export { finderOf } from "./session/finder.ts";

export const { titles } = panelWords;
