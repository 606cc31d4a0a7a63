import { render } from "preact";
import { cover } from "../session/on-back.ts";
import type { SeenPicture } from "./shared.ts";
import { Viewer } from "./viewer.tsx";

/** Puts a picture over the page, with those before and after it in the log. */
export function openViewer(seen: SeenPicture): void {
  const { ui } = seen.session;
  const opener = document.activeElement;
  const holder = document.createElement("div");
  document.body.append(holder);
  const close = () => {
    if (!holder.isConnected) return;
    render(null, holder);
    holder.remove();
    if (ui.isNarrow) cover(undefined);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  // Going back on a phone leaves the picture, and not the room.
  if (ui.isNarrow) cover(close);
  render(<Viewer {...seen} onClose={close} />, holder);
}
