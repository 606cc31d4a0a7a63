import type { RoomSession } from "../session/room-session.ts";

/** What is said aloud besides the log, which speaks for itself. */
export function statusOf({ chat, feed }: RoomSession): string {
  const connection = { online: "Connected.", waiting: "Offline." }[chat.state.state as string] ?? "";
  return `${connection} ${newMessages(feed.unread.count)}`;
}

/** `3 new messages`, or nothing. */
export function newMessages(count: number): string {
  return count === 0 ? "" : `${count} new message${count === 1 ? "" : "s"}`;
}
