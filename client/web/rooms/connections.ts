import { sendingFiles } from "../files/of-session.ts";
import { connectedIn, type ListedRooms } from "../model/room-list.ts";
import type { RoomPage } from "../room/room-page.tsx";
import { leaveRoom } from "../told/pushing.ts";

/** The window that the rooms are in. */
export interface RoomsHost {
  shown: RoomPage;
  readonly pages: Map<string, RoomPage>;
  /** The page of a room, which comes to it if it is not there yet. */
  open(room: string): RoomPage;
  draw(): void;
}

/** Comes to as many rooms as a window may be in: what is shown, where something is on its way, and by their last use. */
export function connect(host: RoomsHost, list: ListedRooms, recent: readonly string[]): void {
  const { pages, shown } = host;
  const busy = [...pages.values()].filter(
    ({ room, session }) =>
      list.includes(room) && session && (session.chat.outbox.length || sendingFiles(session).waiting.length),
  );
  const used = recent.filter((room) => list.includes(room));
  const wanted = connectedIn(list, [shown.room, ...busy.map(({ room }) => room), ...used]);
  for (const room of wanted) host.open(room);
  for (const [room, page] of pages) {
    if (page === shown || wanted.has(room)) continue;
    if (!list.includes(room) && page.session) void leaveRoom(page.session);
    page.shut();
    pages.delete(room);
  }
}

/** The rooms that the window is not in. */
export function unconnected({ pages }: RoomsHost, list: ListedRooms): string[] {
  return list.filter((room) => !pages.has(room));
}
