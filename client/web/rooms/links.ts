import { roomOfPath } from "../../../src/protocol/room-name.ts";
import { messageOfFragment } from "../model/places.ts";
import { passes } from "../session/passes.ts";
import type { Rooms } from "./rooms.ts";

/** A plain click on a link to a room of this server, or a message in one, opens it here, with the invitation that it may have. */
export function heedLinks(rooms: Pick<Rooms, "go" | "shown">): void {
  addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!isPlain || event.defaultPrevented || !link || link.origin !== location.origin || link.download)
      return;
    const room = roomOfPath(link.pathname);
    if (room === undefined || link.search !== "") return;
    event.preventDefault();
    const isInvited = passes.take(link.hash);
    rooms.go({ room, message: messageOfFragment(link.hash) });
    if (isInvited && !rooms.shown.isInside) rooms.shown.retry();
  });
}
