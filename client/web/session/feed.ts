import { isDurable } from "../../../src/protocol/change.ts";
import type { Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../core/chat-event.ts";
import { isNews, type Shows, sayNews } from "../../core/words/say-news.ts";
import { messageItem } from "../model/item.ts";
import { addNotice, change, type Items, LOG_BOUND, LOG_BOUND_UNREAD } from "../model/log.ts";
import type { Ear, Missed } from "../model/missed.ts";
import type { ReadingPlace } from "../model/scroll.ts";
import type { UnreadMark } from "../model/unread.ts";
import { apart } from "../text/apart.ts";
import { LoadedLog } from "./loaded-log.ts";
import { ReaderMark } from "./reader-mark.ts";

const APART: Shows = { nick: (_, nick) => apart(nick), text: apart };
/** Pages of missed messages that are fetched without being asked for. */
const MISSED_PAGES = 5;
/** The same, once somebody wants to go there. */
const WANTED_PAGES = 20;

export interface FeedOptions extends Ear {
  /** How far the person has read a life of the room; to who has never been here, nothing is unread. */
  seenIn(epoch: number): number | undefined;
  /** A private talk is a part of what the room tells: which messages it has. */
  part?: (message: Message) => boolean;
  changed(): void;
}

/** What a room tells as its reader follows it: the log, how far it has been read, and where to look. */
export class Feed {
  readonly log: LoadedLog;
  /** Missed messages are still coming. */
  catchingUp = true;
  /** Goes up with everything of one's own: the log jumps to its end. */
  jumps = 0;
  /** The message to bring into sight; a new object for each time. */
  revealed: { id: number } | undefined;
  /** The reader is at the end of the log. */
  atEnd = true;
  /** Where the reader was when they went to another place, if not at the end. */
  place: ReadingPlace | undefined;
  #inSight = false;
  readonly #chat: Chat;
  readonly #options: FeedOptions;
  readonly #mark: ReaderMark;
  /** Goes up whenever the reader is to begin where they had stopped. */
  begun = 0;

  constructor(chat: Chat, options: FeedOptions) {
    this.#chat = chat;
    this.#options = options;
    this.#mark = new ReaderMark(options);
    this.log = new LoadedLog(chat, {
      ...(options.part && { part: options.part }),
      changed: () => {
        if (this.missed?.more) this.#weighMissed();
        options.changed();
      },
    });
  }

  take(event: ChatEvent): void {
    if (isDurable(event)) {
      this.#take(event);
      return;
    }
    switch (event.type) {
      case "welcomed":
        // What was recalled comes again, as it is now.
        if (this.begun === 0) this.log.erase();
        this.catchingUp = true;
        this.#mark.pause();
        return;
      case "caught_up":
        this.#caughtUp();
        return;
      default: {
        if (event.type === "break" && event.why === "erased") {
          this.log.erase();
          this.#mark.erase();
          this.begun = 0;
        }
        if (this.#options.part || !isNews(event)) return;
        const move = event.type === "joined" ? "came" : event.type === "left" ? "went" : undefined;
        const text = sayNews(event, APART);
        this.#show(addNotice(this.log.items, { at: "at" in event ? event.at : this.log.lastAt, text }, move));
      }
    }
  }

  /** Shows what was seen here last, until the room tells what there is. */
  recall(messages: Items): void {
    if (this.begun > 0 || this.log.items.length > 0) return;
    this.log.items = messages;
    this.#options.changed();
  }

  /** What the reader has not looked at. */
  get unread(): UnreadMark {
    return this.#mark.unread;
  }

  /** What was said while the reader was away, until they have come to its beginning. */
  get missed(): Missed | undefined {
    return this.#mark.missed;
  }

  /** How far counts as read, here and wherever else the reader is. */
  get readTo(): number {
    return this.#mark.readTo;
  }

  /** What the reader sees: the end of the log or not, and whether the page is in sight. */
  look(atEnd: boolean, inSight: boolean): void {
    const { unread } = this;
    const moved = this.atEnd !== atEnd;
    this.atEnd = atEnd;
    this.#inSight = inSight;
    if (this.isAttended && !this.catchingUp) this.#mark.attended(this.log.newest);
    if (moved || unread !== this.unread) this.#options.changed();
  }

  /** The reader goes to another place, and was here if not at the end: what is not on the page is not looked at. */
  turnAway(place: ReadingPlace | undefined): void {
    this.place = place;
    this.#inSight = false;
  }

  /** Nothing stands unread. */
  get isRead(): boolean {
    return this.#mark.isRead;
  }

  /** The reader begins at the first unread, and has read none of it yet. */
  startAtFirst(): void {
    this.#mark.startAtFirst(this.log.items);
    this.atEnd = false;
    this.#options.changed();
  }

  /** The reader has come as far as a message, from where the unread begin. */
  readOn(id: number): void {
    if (this.missed || this.catchingUp) return;
    if (this.#mark.readUpTo(this.log.items, id, "stays")) this.#options.changed();
  }

  /** It has been read up to there, elsewhere. */
  seenElsewhere(id: number): void {
    if (this.catchingUp) return;
    if (this.missed && id >= this.missed.from) this.forgetMissed();
    if (this.#mark.readUpTo(this.log.items, id, "moves")) this.#options.changed();
  }

  /** Begins with what is told already, where the room's own feed has it. */
  branch(room: Feed, before: number): void {
    const { part = () => true } = this.#options;
    this.log.items = room.log.items.filter(
      (item) => item.kind === "message" && item.message.id < before && part(item.message),
    );
    if (!room.catchingUp) this.#caughtUp();
  }

  /** The reader has come to the first of what they had missed, or does not want to. */
  forgetMissed(): void {
    if (this.missed === undefined) return;
    this.#mark.missed = undefined;
    this.#options.changed();
  }

  /** Goes to the first of what was missed, fetching what is before what is here. */
  async revealMissed(): Promise<void> {
    await this.#fetchMissed(WANTED_PAGES);
    if (this.missed) await this.reveal(this.missed.from);
  }

  /** Goes to the end. */
  jump(): void {
    this.#jump();
    this.#options.changed();
  }

  /** Brings a message into sight, fetching what is between. Tells whether it was found. */
  async reveal(id: number): Promise<boolean> {
    if (!(await this.log.reach(id))) return false;
    this.atEnd = false;
    this.revealed = { id };
    this.#options.changed();
    return true;
  }

  /** The reader sees its end. */
  get isAttended(): boolean {
    return this.atEnd && this.#inSight;
  }

  #take(event: SeenEvent): void {
    if (event.type !== "message") {
      this.log.items = change(this.log.items, event, this.#chat.room.you?.uid);
      if (this.missed) this.#weighMissed();
      else this.#mark.changed(this.log.items, event.target);
      return;
    }
    const { own: isOwn, replayed, entry: _, ...message } = event;
    const { part, counts, concerns } = this.#options;
    if (part?.(message) === false) return;
    this.#show([...this.log.items, messageItem(message, isOwn)]);
    const own = isOwn && counts(message);
    if (isOwn && !replayed && (own || this.#inSight)) {
      this.#jump();
      this.#mark.missed = undefined;
    }
    const attended = this.isAttended;
    // What was missed is weighed when all of it is here.
    if (this.catchingUp || !(attended || counts(message))) return;
    this.#mark.arrived({ id: event.id, own, call: concerns(message), attended });
  }

  #jump(): void {
    this.jumps += 1;
    this.atEnd = true;
  }

  #show(items: Items): void {
    this.log.show(items, this.isAttended ? LOG_BOUND : LOG_BOUND_UNREAD);
  }

  #caughtUp(): void {
    this.catchingUp = false;
    const isFirst = this.begun === 0;
    if (isFirst) this.log.begin();
    const seen = this.#options.seenIn(this.#chat.saved().epoch ?? 0);
    // To who has never been here, nothing is unread.
    this.#mark.goOn(this.log.items, seen ?? (isFirst ? this.log.newest : 0));
    this.#weighMissed();
    this.begun ||= 1;
    void this.#fetchMissed(MISSED_PAGES).then(() => isFirst && this.#start());
  }

  #start(): void {
    this.begun += 1;
    this.#options.changed();
  }

  #weighMissed(): void {
    const { log } = this;
    const more = !this.#options.part && log.older !== "none" && this.#mark.isBehind(log.oldest);
    this.#mark.weigh(log.items, more);
    if (this.missed && this.isAttended) this.#mark.attended(log.newest);
  }

  async #fetchMissed(pages: number): Promise<void> {
    for (let page = 0; page < pages && this.missed?.more; page++) await this.log.loadOlder(LIMITS.page);
  }
}
