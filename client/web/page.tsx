import { render } from "preact";
import { roomOfPath } from "../../src/protocol/room-name.ts";
import { Gate } from "./gate/gate.tsx";
import type { HomeCard } from "./gate/home-card.tsx";
import { Awaited } from "./parts/awaited.tsx";
import type { DoorParts } from "./room/room-page.tsx";
import { RoomWindow, type WindowParts } from "./room/room-window.tsx";
import { Late } from "./session/late.ts";
import { takePass } from "./session/take-pass.ts";

// One state, one drawing: whatever changes, the whole page is drawn again, and
// Preact touches what is different.

/** What is fetched when it is needed. */
interface Parts {
  late(): Promise<WindowParts>;
  gate(): Promise<DoorParts & { HomeCard: typeof HomeCard }>;
}

/** Shows what is at the address: a room, or the first page. */
export function openPage({ late, gate }: Parts): void {
  takePass();
  for (const kind of ["dragover", "drop"] as const) addEventListener(kind, keepPage);
  const app = document.getElementById("app");
  const { pathname, hash } = location;
  const room = roomOfPath(pathname);
  if (app === null) return;
  if (room !== undefined) {
    // One address for one place.
    if (pathname.endsWith("/")) history.replaceState(history.state, "", `/${room}${hash}`);
    const show = (content: Parameters<typeof render>[0]) => render(content, app);
    const window = new RoomWindow(room, { late: new Late(late), door: new Late(gate), show });
    // A link to where one is already loads nothing.
    addEventListener("hashchange", () => takePass() && window.shown.retry());
    return;
  }
  addEventListener("hashchange", takePass);
  const card = new Late(gate);
  void card.load().then((part) => {
    const wrong = pathname === "/" ? undefined : pathname.includes("/", 1) ? "notFound" : "badRoom";
    render(
      part ? (
        <part.HomeCard wrong={wrong} />
      ) : (
        <Gate>
          <Awaited late={card} />
        </Gate>
      ),
      app,
    );
  });
}

/** A file that is dropped never opens in the page's place. */
function keepPage(event: DragEvent): void {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
}
