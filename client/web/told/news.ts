import * as v from "valibot";
import type { PushedNews } from "../../../src/protocol/push.ts";
import { roomName } from "../../../src/protocol/room-name.ts";
import { count, name, text } from "../../../src/protocol/untrusted.ts";

const positive = v.pipe(count, v.minValue(1));

const pushedNews = v.object({
  room: v.pipe(
    v.string(),
    v.check((room) => roomName(room) === room),
  ),
  nick: name,
  text,
  id: positive,
  private: v.exactOptional(v.literal(true)),
  count: v.exactOptional(positive),
});

/** What there is to tell, as it was pushed or as a page has told it; undefined where it is no news. */
export function readNews(told: unknown): PushedNews | undefined {
  const { success, output } = v.safeParse(pushedNews, told);
  return success ? output : undefined;
}

/** What a notification stands for: a room, or what one person writes in it to its reader alone. No room's name has a plus. */
export function tagOf({
  room,
  nick,
  private: isPrivate,
}: Pick<PushedNews, "room" | "nick" | "private">): string {
  return isPrivate ? `papo:${room}+${nick}` : `papo:${room}`;
}
