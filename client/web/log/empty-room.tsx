import { sendingFiles } from "../files/of-session.ts";
import { WaysIn } from "../parts/ways-in.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

/** Welcomes who comes first, and has them bring others. */
export function EmptyRoom({ session }: InRoom) {
  const { room, ui } = session;
  if (sendingFiles(session).waiting.length > 0) return null;
  return (
    <div class="empty">
      <h2>{panelWords.empty}</h2>
      <button type="button" class="primary" onClick={() => ui.open("invite")}>
        {pageWords.panels.invite}
      </button>
      <WaysIn room={room} />
    </div>
  );
}
