import { oneLine } from "../../core/text/one-line.ts";
import { type RoomNews, sayNews } from "../../core/words/say-news.ts";
import type { Styles } from "../text/styles.ts";
import { nickText } from "./message-line.ts";

/** What the eye finds a coming or going by. */
const ARROWS: Readonly<Partial<Record<RoomNews["type"], string>>> = { joined: "→ ", left: "← " };

/** A sentence about what has happened in the room. */
export function notice(news: RoomNews, styles: Styles): string {
  const sentence = sayNews(news, {
    nick: (uid, nick) => nickText({ uid, nick }, styles),
    text: oneLine,
  });
  return `${ARROWS[news.type] ?? ""}${sentence}`;
}
