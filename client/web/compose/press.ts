import { standingRows } from "../log/walk.ts";
import { textOf } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";

/** What keys do while one writes. While an input method composes, they are its own. */
export function pressIn(session: RoomSession, event: KeyboardEvent): void {
  const { desk, ui } = session;
  const { key, shiftKey } = event;
  const text = textOf(desk.composer);
  // Safari ends a composition before it tells of the key that ended it: 229.
  if (event.isComposing || event.keyCode === 229) return;
  if (key === "Enter" && !shiftKey) desk.submit();
  else if (key === "Escape") {
    if (ui.note) ui.dismiss();
    else desk.cancel();
  } else if (key === "ArrowUp" && text === "") {
    standingRows().at(-1)?.focus();
  } else return;
  event.preventDefault();
}
