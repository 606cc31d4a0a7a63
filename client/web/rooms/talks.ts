import type { Message } from "../../../src/protocol/event.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { Addressee } from "../model/writing.ts";
import { Feed } from "../session/feed.ts";
import { onOtherTab } from "../session/other-tabs.ts";
import { setSeen } from "../session/remembered.ts";
import type { PrivateTalk, RoomSession } from "../session/room-session.ts";

/** Private talks of a room that are kept apart, at most: the latest. */
const MOST_TALKS = 50;

/** The private talks in a room: each is a part of what the room tells, with a reader's mark of its own. */
export class Talks {
  readonly #session: RoomSession;
  readonly #leave: () => void;
  /** By `uid`; the one that was talked in last is the last. */
  readonly #talks = new Map<string, PrivateTalk>();

  /** `leave`: shows the room again. */
  constructor(session: RoomSession, leave: () => void) {
    this.#session = session;
    this.#leave = leave;
    for (const item of session.roomFeed.log.items) {
      const other = item.kind === "message" && otherIn(item.message, item.own);
      if (other) this.open(other);
    }
    session.chat.subscribe((event) => this.#take(event));
  }

  /** The one that was talked in last is the first. */
  get all(): PrivateTalk[] {
    return [...this.#talks.values()].reverse();
  }

  get(uid: string): PrivateTalk | undefined {
    return this.#talks.get(uid);
  }

  /** The talk with somebody, with what of it is there before a message. */
  open(to: Addressee, before = Number.POSITIVE_INFINITY): PrivateTalk {
    const there = this.#talks.get(to.uid);
    this.#talks.delete(to.uid);
    const talk = there ?? this.#begin(to, before);
    this.#talks.set(to.uid, talk);
    return talk;
  }

  /** What the room shows at its end has been read there; and where nothing is unread, all is read. */
  readOn(): void {
    const { roomFeed, talk } = this.#session;
    const feeds = [...this.#talks.values()].map(({ feed }) => feed);
    if (!talk && roomFeed.isAttended) {
      for (const feed of feeds) if (!feed.isRead) feed.seenElsewhere(feed.log.newest);
    }
    if (roomFeed.isRead && feeds.every(({ isRead }) => isRead)) roomFeed.seenElsewhere(roomFeed.log.newest);
  }

  #begin(to: Addressee, before: number): PrivateTalk {
    const session = this.#session;
    const place = `${session.room}+${to.uid}`;
    const seenIn = (epoch: number) => {
      const inRoom = session.seenIn(epoch);
      return inRoom === undefined ? undefined : Math.max(inRoom, session.seenHere(epoch, place) ?? 0);
    };
    const feed: Feed = new Feed(session.chat, {
      seenIn,
      part: ({ to: addressee, uid }) => addressee !== undefined && [uid, addressee.uid].includes(to.uid),
      counts: (message) => session.hears(message),
      concerns: (message) => session.concerns(message),
      changed: () => {
        if (!feed.catchingUp) setSeen(place, { epoch: session.epoch, id: feed.readTo });
        session.ui.redraw();
      },
    });
    onOtherTab({ what: "seen", place, until: session.over }, () =>
      feed.seenElsewhere(seenIn(session.epoch) ?? 0),
    );
    feed.branch(session.roomFeed, before);
    const idle = [...this.#talks.values()].find((each) => each !== session.talk);
    if (this.#talks.size >= MOST_TALKS && idle) this.#talks.delete(idle.to.uid);
    return { to, feed, leave: this.#leave };
  }

  #take(event: ChatEvent): void {
    const other = event.type === "message" && otherIn(event, event.own);
    if (other) this.open(other, event.id);
    for (const talk of this.#talks.values()) {
      // Another device has read the room that far, with what is private in it.
      if (event.type === "seen") talk.feed.seenElsewhere(event.id);
      talk.feed.take(event);
      if (event.type === "renamed" && event.uid === talk.to.uid)
        talk.to = { uid: event.uid, nick: event.nick };
    }
  }
}

/** Who the other one of a private message is. */
function otherIn({ to, uid, nick }: Message, own: boolean): Addressee | undefined {
  return to && (own ? to : { uid, nick });
}
