import { render } from "preact";
import { roomName } from "../../src/protocol/room-name.ts";
import { HomeCard } from "./gate/home-card.tsx";
import { RoomPage } from "./room/room-page.tsx";
import { pageWords } from "./words/page-words.ts";

// One state, one drawing: whatever changes, the whole page is drawn again, and
// Preact touches what is different.

const app = document.getElementById("app");
const [, path = ""] = location.pathname.split("/");
const room = roomName(path);

if (app && room === undefined) {
  const draw = (error?: string) => {
    render(<HomeCard error={error} refuse={() => draw(pageWords.home.badRoom)} />, app);
  };
  draw(path === "" ? undefined : pageWords.home.badRoom);
}
if (app && room !== undefined) {
  const page = new RoomPage(room, (content) => render(content, app));
  page.open();
}
