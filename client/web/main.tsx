import { render } from "preact";
import { ERRORS } from "../../src/protocol/error.ts";
import { roomName } from "../../src/protocol/room-name.ts";
import { HomeCard } from "./gate/home-card.tsx";
import { RoomPage } from "./room/room-page.tsx";

// One state, one drawing: whatever changes, the whole page is drawn again, and
// Preact touches what is different.

const app = document.getElementById("app");
const [, path = ""] = location.pathname.split("/");
const room = roomName(path);

if (app && room === undefined) {
  const draw = (error?: string) => {
    render(<HomeCard error={error} refuse={() => draw(ERRORS.bad_room)} />, app);
  };
  draw(path === "" ? undefined : ERRORS.bad_room);
}
if (app && room !== undefined) {
  const page = new RoomPage(room, (content) => render(content, app));
  page.open();
}
