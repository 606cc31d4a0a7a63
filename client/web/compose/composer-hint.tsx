import { safeText } from "../../core/text/safe-text.ts";
import type { InRoom } from "../session/in-room.ts";

/** Under the field, always one line high: how long to wait, or who is typing. */
export function ComposerHint({ session: { chat, pausedUntil, typists } }: InRoom) {
  const { slow, you } = chat.room;
  const seconds = Math.ceil((pausedUntil - Date.now()) / 1_000);
  const pausing = seconds > 0 && chat.outbox.length > 0;
  const slowly = slow > 0 && you?.role === "member" && `Slow mode: one message every ${slow} s`;
  const nicks = [...typists.values()];
  const typing = nicks.length > 2 ? `${nicks.length} people` : safeText(nicks.join(" and "));
  return (
    <p class="under" aria-hidden="true">
      {pausing ? `The room asks for patience: ${seconds} s` : typing ? `${typing} typing…` : slowly}
    </p>
  );
}
