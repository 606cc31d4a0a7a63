import type { RoomSession } from "../session/room-session.ts";
import { pageWords } from "../words/page-words.ts";

/** What is said aloud besides the log, which speaks for itself. */
export function statusOf({ chat, feed }: RoomSession): string {
  return `${pageWords.connection[chat.state.state]} ${newMessages(feed.unread.count || (feed.missed?.count ?? 0))}`;
}

/** `3 new messages`, or nothing. */
export function newMessages(count: number): string {
  return count === 0 ? "" : pageWords.log.newMessages(count);
}
