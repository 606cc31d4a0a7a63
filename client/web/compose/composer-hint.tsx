import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";

const { composer } = pageWords;

/** Under the field, always one line high: how long to wait, or who is typing. */
export function ComposerHint({ session: { chat, pausedUntil, typists } }: InRoom) {
  const { slow, you } = chat.room;
  const seconds = Math.ceil((pausedUntil - Date.now()) / 1_000);
  const pausing = seconds > 0 && chat.outbox.length > 0;
  const slowly = slow > 0 && you?.role === "member" && composer.slow(slow);
  const { nicks } = typists;
  const typing = nicks.length > 0 && composer.typing(nicks.map(pageText));
  return (
    <p class="under" aria-hidden="true">
      {pausing ? composer.patience(seconds) : typing || slowly}
    </p>
  );
}
