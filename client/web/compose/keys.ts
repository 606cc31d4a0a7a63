import { standingRows } from "../log/walk.ts";
import { textOf } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";
import { send } from "./send.ts";

/** What keys do in the field in which one writes, options apart; tells whether they do anything. */
export function pressKey(session: RoomSession, event: KeyboardEvent): boolean {
  const { desk, ui } = session;
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  const isPlain = !(shiftKey || altKey || ctrlKey || metaKey);
  const isEmpty = textOf(desk.composer) === "" && !desk.composer.edit;
  if (key === "Enter" && !shiftKey) send(session);
  else if (key === "Escape") {
    if (ui.note) ui.dismiss();
    else desk.cancel();
  } else if (isPlain && isEmpty && key === "ArrowUp") {
    if (!editLast(session)) standingRows().at(-1)?.focus();
  } else if (isPlain && isEmpty && key === "PageUp") standingRows().at(-1)?.focus();
  else return false;
  return true;
}

/** Takes one's own last message to be written anew; tells whether there is one. */
function editLast({ desk, feed }: RoomSession): boolean {
  const last = feed.log.items.findLast(
    (item) => item.kind === "message" && item.own && !item.message.deleted,
  );
  if (last?.kind !== "message") return false;
  desk.edit(last.message);
  return true;
}
