import { render } from "preact";
import { roomName } from "../../src/protocol/room-name.ts";
import { HomeCard } from "./gate/home-card.tsx";
import { RoomPage } from "./room/room-page.tsx";
import { Late } from "./session/late.ts";
import type { LateParts } from "./session/room-session.ts";
import { takePass } from "./session/take-pass.ts";
import { pageWords } from "./words/page-words.ts";

// One state, one drawing: whatever changes, the whole page is drawn again, and
// Preact touches what is different.

/** Shows what is at the address: a room, or the first page. */
export function openPage(fetchLate: () => Promise<LateParts>): void {
  takePass();
  const app = document.getElementById("app");
  const [, path = "", ...more] = location.pathname.split("/");
  const room = more.join("") === "" ? roomName(path) : undefined;
  if (app === null) return;
  if (room !== undefined) {
    const show = (content: Parameters<typeof render>[0]) => render(content, app);
    const page = new RoomPage({ room, late: new Late(fetchLate), show });
    // A link to where one is already loads nothing.
    addEventListener("hashchange", () => takePass() && page.retry());
    page.open();
    return;
  }
  const draw = (error?: string) => {
    render(<HomeCard error={error} refuse={() => draw(pageWords.home.badRoom)} />, app);
  };
  addEventListener("hashchange", takePass);
  draw(path === "" ? undefined : more.length > 0 ? pageWords.home.notFound : pageWords.home.badRoom);
}
