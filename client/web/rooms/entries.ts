import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Message } from "../../../src/protocol/event.ts";
import { keyOf, type PlaceEntry } from "../model/places.ts";
import { type Addressee, draftOf } from "../model/writing.ts";
import type { Feed } from "../session/feed.ts";
import type { PrivateTalk, RoomSession } from "../session/room-session.ts";
import { beginning } from "../text/beginning.ts";
import { pageText } from "../text/page-text.ts";
import { isMuted } from "../told/own-wishes.ts";
import { panelWords } from "../words/panel-words.ts";
import type { Glance } from "./glances.ts";

const { rooms: words } = panelWords;

/** What is known of a room in the list. */
export interface KnownRoom {
  session: RoomSession | undefined;
  talks: readonly PrivateTalk[];
  /** Of one that the window is not in. */
  glance: Glance | undefined;
  isShown: boolean;
}

/** What the list says of a room, and of the private talks in it. */
export function entriesOf(room: string, { session, talks, glance, isShown }: KnownRoom): PlaceEntry[] {
  const talk = isShown ? session?.talk : undefined;
  const entry: PlaceEntry = {
    ...{ key: room, room, name: room, muted: isMuted(room), current: isShown && !talk },
    ...(session ? unreadOf(session.roomFeed) : { unread: glance?.unread ?? 0, calls: glance?.calls ?? 0 }),
    state: session ? stateOf(session) : glance?.isShut ? words.states.refused : "",
    draft: isBegun(session),
    // What is shown says itself what was said last.
    last: isShown ? "" : lastOf(session ? newest(session.roomFeed, false) : glance?.last),
  };
  const places = talks.map(({ to, feed }): PlaceEntry => {
    const { uid, nick } = to;
    const { unread } = unreadOf(feed);
    return {
      ...{ key: keyOf({ room, uid }), room, uid, name: pageText(nick), muted: false },
      ...{
        current: talk?.to.uid === uid,
        unread,
        calls: unread,
        state: "",
        draft: isBegun(session, to),
        last: isShown ? "" : lastOf(newest(feed, true)),
      },
    };
  });
  return [entry, ...places];
}

function unreadOf({ unread, missed, catchingUp }: Feed): Pick<PlaceEntry, "unread" | "calls"> {
  if (catchingUp && unread.count === 0) return { unread: 0, calls: 0 };
  return { unread: unread.count || (missed?.count ?? 0), calls: unread.calls || (missed?.calls.length ?? 0) };
}

/** Whether something was begun to all, or to one person. */
function isBegun(session: RoomSession | undefined, to?: Addressee): boolean {
  return session !== undefined && draftOf({ ...session.desk.composer, to }).text.trim() !== "";
}

function stateOf({ chat: { state } }: RoomSession): string {
  if (state.state !== "stopped") return words.states[state.state];
  return state.code === CLOSE.banned
    ? words.banned
    : state.code === CLOSE.kicked
      ? words.kicked
      : words.closed;
}

function newest({ log }: Feed, isPrivate: boolean): Message | undefined {
  const lines = log.items.slice(-LOOKED_AT);
  const last = lines.findLast(
    (item) =>
      item.kind === "message" && !item.message.deleted && (item.message.to !== undefined) === isPrivate,
  );
  return last?.kind === "message" ? last.message : undefined;
}

/** Lines at the end of a log among which there is a message. */
const LOOKED_AT = 50;

function lastOf(message: Message | undefined): string {
  return message ? words.last({ nick: pageText(message.nick), text: beginning(message) }) : "";
}
