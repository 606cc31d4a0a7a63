import type { PushedNews } from "../../../src/protocol/push.ts";
import { inShort } from "../text/in-short.ts";
import { pageText } from "../text/page-text.ts";
import type { ToldCatalogue } from "../words/english-told.ts";

/** A notification as it is shown. */
export interface ShownNews {
  readonly title: string;
  readonly body: string;
  /** The newest that it tells of; `count`: how many there are in all. */
  readonly news: PushedNews;
}

/** What was told last of a room, or of a private talk in it. */
export interface LastTold {
  /** Its newest message. */
  readonly id: number;
  /** When that was told, and when it rang last: milliseconds since 1970. */
  readonly at: number;
  readonly rangAt: number;
}

/** What there is to be told in the light of. */
export interface ToldBefore {
  readonly last: LastTold | undefined;
  /** What is shown of the same place. */
  readonly shown: ShownNews | undefined;
  /** Nothing is to ring. */
  readonly isSilent: boolean;
  readonly now: number;
  readonly words: ToldCatalogue;
}

/** Milliseconds after which no push still comes of what was told: a day. A room that was erased meanwhile counts from 1 again. */
const KNOWN_FOR = 86_400_000;
/** Milliseconds in which one notification rings once, as the room pushes once in that time. */
const RINGS_ONCE_IN = 10_000;

export interface NewsTold {
  readonly note: ShownNews;
  readonly rings: boolean;
  readonly last: LastTold;
  /** It was not told before. */
  readonly isNew: boolean;
}

/** What is shown of some news, folded with what is shown already. What was told before does not ring again. */
export function foldNews(news: PushedNews, before: ToldBefore): NewsTold {
  const { last, shown, isSilent, now } = before;
  const known = last && now - last.at < KNOWN_FOR ? last.id : 0;
  const isNew = news.id > known;
  // Who has put it away, or looked, begins anew.
  const count = Math.max(1, Math.min(news.count ?? 1, news.id - known)) + (shown?.news.count ?? 0);
  const hasRung = shown && last && Math.abs(now - last.rangAt) < RINGS_ONCE_IN;
  const rings = isNew && !isSilent && !hasRung;
  return {
    note: !isNew && shown ? shown : inWords({ ...news, count }, before.words),
    rings,
    last: isNew || !last ? { id: news.id, at: now, rangAt: rings ? now : (last?.rangAt ?? 0) } : last,
    isNew,
  };
}

function inWords(news: PushedNews, words: ToldCatalogue): ShownNews {
  const { room, count = 1, private: isPrivate } = news;
  const nick = pageText(news.nick);
  const text = inShort(news.text);
  if (count === 1) {
    const title = isPrivate ? words.privateTitle({ nick, room }) : words.title({ nick, room });
    return { title, body: text, news };
  }
  const title = isPrivate ? words.privateFolded({ count, nick, room }) : words.folded({ count, room });
  return { title, body: isPrivate ? text : words.line({ nick, text }), news };
}
