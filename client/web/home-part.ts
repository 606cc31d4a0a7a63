// The first page: loaded by itself, for most come straight to a room.

// As in late-parts.ts: what several need is one file.
import "./page.tsx";

export { HomeCard } from "./gate/home-card.tsx";
