import { safeText } from "../../core/text/safe-text.ts";
import type { InRoom } from "../session/in-room.ts";

/** Says that the room can't be reached, over the log, so that nothing moves. */
export function Banner({ session: { chat } }: InRoom) {
  const { state } = chat;
  if (state.state === "connecting") return <div class="banner">Connecting…</div>;
  if (state.state !== "waiting") return null;
  const seconds = Math.max(0, Math.ceil((state.until - Date.now()) / 1_000));
  return (
    <div class="banner">
      {safeText(state.problem?.message ?? "Offline. What you write is kept, and sent later.")}
      {state.problem?.retryAfter ? (
        <span aria-hidden="true">Tries again in {seconds} s.</span>
      ) : (
        <button type="button" onClick={() => chat.wake()}>
          Try now <span aria-hidden="true">({seconds} s)</span>
        </button>
      )}
    </div>
  );
}
