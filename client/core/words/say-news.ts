import type { ChatEvent } from "../chat-event.ts";
import { sharedWords } from "./shared-words.ts";

/** Of all that a chat tells, what is news of its room. */
const NEWS = [
  ...(["joined", "left", "renamed", "role", "break"] as const),
  ...(["topic", "locked", "slow", "unbanned", "allowed"] as const),
] as const;

/** What happens in a room besides talk. */
export type RoomNews = Extract<ChatEvent, { type: (typeof NEWS)[number] }>;

export function isNews(event: ChatEvent): event is RoomNews {
  return NEWS.some((type) => type === event.type);
}

/** How a screen shows what is named in a sentence. */
export interface Shows {
  nick(uid: string, nick: string): string;
  text(text: string): string;
}

/** No person's `uid`. */
const SERVER = "server";
/** Seconds of slow mode that the server itself sets. */
const SERVER_SLOW = 10;

/** A sentence about what has happened in the room. */
export function sayNews(event: RoomNews, shows: Shows): string {
  const { news } = sharedWords;
  switch (event.type) {
    case "joined":
      return news.joined(shows.nick(event.uid, event.nick));
    case "left":
      return news[event.why]({
        nick: shows.nick(event.uid, event.nick),
        by: event.by && shows.nick(event.byUid ?? "", event.by),
        reason: event.reason && shows.text(event.reason),
      });
    case "renamed":
      return news.renamed({
        from: shows.nick(event.uid, event.from),
        nick: shows.nick(event.uid, event.nick),
      });
    case "break":
      return news[event.why];
    default:
      return sayDeed(event, shows);
  }
}

/** The same, of what somebody did to the room or to another. */
function sayDeed(event: Extract<RoomNews, { byUid: string }>, shows: Shows): string {
  const { news } = sharedWords;
  const by = shows.nick(event.byUid, event.by);
  switch (event.type) {
    case "topic":
      return event.text === "" ? news.noTopic(by) : news.topic({ by, text: shows.text(event.text) });
    case "locked":
      return event.locked ? news.locked(by) : news.unlocked(by);
    case "slow":
      if (event.byUid === SERVER) {
        return event.seconds < SERVER_SLOW
          ? news.serverNotSlow(event.seconds)
          : news.serverSlow(event.seconds);
      }
      return event.seconds === 0 ? news.notSlow(by) : news.slow({ by, seconds: event.seconds });
    case "role":
      return news[event.role]({ by, nick: shows.nick(event.uid, event.nick) });
    case "unbanned":
    case "allowed":
      return news[event.type]({ by, nick: shows.nick(event.uid, event.nick) });
    default:
      return event satisfies never;
  }
}
