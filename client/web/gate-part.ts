// What stands before a room: the first page, and a room's door. Loaded by itself, for most come straight to a room that they have been in.

// As in late-parts.ts: what several need is one file.
import "./page.tsx";

export { HomeCard } from "./gate/home-card.tsx";
export { JoinCard } from "./gate/join-card.tsx";
export { askDoor, isDoorOpen } from "./session/ask-door.ts";
