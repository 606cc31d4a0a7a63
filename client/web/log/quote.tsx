import type { Message } from "../../../src/protocol/event.ts";
import { Icon } from "../parts/icon.tsx";
import { Nick } from "../parts/nick.tsx";
import type { RoomSession } from "../session/room-session.ts";
import { beginning } from "../text/beginning.ts";
import { pageWords } from "../words/page-words.ts";

interface QuoteProps {
  id: number;
  quoted: Message | undefined;
  session: RoomSession;
}

/** The beginning of the message that another replies to; leads there. */
export function Quote({ id, quoted, session }: QuoteProps) {
  return (
    <button type="button" class="quote" onClick={() => session.reveal(id)}>
      <Icon name="reply" />
      {quoted && <Nick {...quoted} />}
      <span dir="auto">{quoted ? beginning(quoted) : pageWords.message.earlier}</span>
    </button>
  );
}
