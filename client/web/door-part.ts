// Asks why nobody is let in: loaded by itself, before anybody is asked for a nickname, or where nothing opens.

// As in late-parts.ts: what several need is one file.
import "./page.tsx";

export { askDoor, isDoorOpen } from "./session/ask-door.ts";
