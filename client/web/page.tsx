import { render } from "preact";
import { roomName } from "../../src/protocol/room-name.ts";
import { HomeCard } from "./gate/home-card.tsx";
import { RoomPage } from "./room/room-page.tsx";
import type { AskDoor } from "./session/asking-why.ts";
import { Late } from "./session/late.ts";
import type { LateParts } from "./session/room-session.ts";
import { takePass } from "./session/take-pass.ts";
import { pageWords } from "./words/page-words.ts";

// One state, one drawing: whatever changes, the whole page is drawn again, and
// Preact touches what is different.

/** What is fetched when it is needed. */
interface Parts {
  late(): Promise<LateParts>;
  door(): Promise<{ askDoor: AskDoor }>;
}

/** Shows what is at the address: a room, or the first page. */
export function openPage({ late, door }: Parts): void {
  takePass();
  const app = document.getElementById("app");
  const [, path = "", ...more] = location.pathname.split("/");
  const room = more.join("") === "" ? roomName(path) : undefined;
  if (app === null) return;
  if (room !== undefined) {
    // Where the network is gone, nobody says why.
    const ask = (name: string) =>
      door().then(
        ({ askDoor }) => askDoor(name),
        () => undefined,
      );
    const show = (content: Parameters<typeof render>[0]) => render(content, app);
    const page = new RoomPage({ room, late: new Late(late), ask, show });
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
