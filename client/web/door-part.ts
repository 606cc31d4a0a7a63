// The door of a room: loaded by itself, where somebody is asked for a nickname, or nothing opens.

// As in late-parts.ts: what several need is one file.
import "./page.tsx";

export { JoinCard } from "./gate/join-card.tsx";
export { askDoor, isDoorOpen } from "./session/ask-door.ts";
