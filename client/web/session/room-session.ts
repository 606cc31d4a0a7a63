import type { ComponentProps, ComponentType } from "preact";
import { callsTo } from "../../../src/protocol/calling.ts";
import type { Message, SharedFile } from "../../../src/protocol/event.ts";
import type { Role } from "../../../src/protocol/role.ts";
import type { Names } from "../../../src/protocol/text/mention.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { systemClock } from "../../core/clock.ts";
import { askingWhy } from "../../core/connection/asking-why.ts";
import { webSocketConnect } from "../../core/connection/web-socket-connection.ts";
import { createChat } from "../../core/create-chat.ts";
import type { Submitted } from "../../core/slash/slash-commands.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import type { reading } from "../log/reading.ts";
import type { MessageItem, Moves } from "../model/item.ts";
import type { Addressee, Writing } from "../model/writing.ts";
import { pageWords } from "../words/page-words.ts";
import { Feed } from "./feed.ts";
import type { finderOf } from "./finder.ts";
import type { AskDoor } from "./is-shut.ts";
import { freshKept, type KeptTab, writeBegun, writeKept } from "./kept.ts";
import type { Late } from "./late.ts";
import { talkHere } from "./on-back.ts";
import { onOtherTab } from "./other-tabs.ts";
import { PageUi, type Panel } from "./page-ui.ts";
import { passes } from "./passes.ts";
import { seenIn, setNickIn, setSeen, setToken } from "./remembered.ts";
import { Typists } from "./typists.ts";
import { WritingDesk } from "./writing-desk.ts";

/** What a room needs that is loaded once somebody is in. */
export interface SessionParts {
  finderOf: typeof finderOf;
  commandsOf(session: RoomSession): (line: string) => Submitted;
  ComposerContext: ComponentType<{ session: RoomSession }>;
  WritingAids: ComponentType<{ session: RoomSession }>;
  /** What keys do in the log. */
  walk(event: KeyboardEvent): void;
  /** What the field in which one writes can do. */
  fieldOf(session: RoomSession): ComponentProps<"textarea">;
  send(session: RoomSession): void;
  /** Whether what stands in the field may be sent without a text. */
  mayBeEmpty(session: RoomSession): boolean;
  SharedFiles: ComponentType<{ message: Message; session: RoomSession }>;
  /** Messages whose files are on their way; and the files of those in the outbox. */
  Uploads: ComponentType<{ session: RoomSession; names: Names }>;
  filesIn(session: RoomSession, ids: readonly string[]): SharedFile[];
  ReactionChips: ComponentType<{ message: Message; session: RoomSession }>;
  reading: typeof reading;
  Prose: ComponentType<{ text: string; names: Names }>;
  EmptyRoom: ComponentType<{ session: RoomSession }>;
  MovesNotice: ComponentType<{ moves: Moves; text: string }>;
  MissedBar: ComponentType<{ session: RoomSession }>;
  MessageTools: ComponentType<Picked>;
  /** Of the panels that nothing opens before. */
  titles: Partial<Readonly<Record<Panel, string>>>;
  panels: Readonly<Record<Panel, ComponentType<{ session: RoomSession }>>>;
}

/** What one person and another say to each other alone, as a place of its own in their room. */
export interface PrivateTalk {
  to: Addressee;
  readonly feed: Feed;
  /** Goes to the room's own place. */
  leave(): void;
}

/** A message that something may be done with. */
export interface Picked extends MessageItem {
  /** Of its line. */
  id: string;
  /** Whether to delete it is being asked. */
  asking: boolean;
  role: Role;
  session: RoomSession;
}

export interface RoomSessionOptions {
  room: string;
  nick: string;
  token: string;
  key?: string;
  kept: KeptTab;
  late: Late<SessionParts>;
  ask: AskDoor;
  changed(): void;
}

const SECOND = 1_000;

/** One room on one page: the chat, what is shown of it, and what must outlive a reload. */
export class RoomSession {
  readonly room: string;
  readonly token: string;
  /** The name that this tab goes by in it. */
  readonly client: string;
  readonly chat: Chat;
  /** Of all that is told in the room. */
  readonly roomFeed: Feed;
  /** The private talk that is shown in place of the room's. */
  talk: PrivateTalk | undefined;
  /** Goes to the private talk with somebody, by `uid`, once there is a list of rooms that has it. */
  toTalk: ((uid: string) => void) | undefined;
  /** A talk will be shown instead, once it is here: what is shown meanwhile is not read. */
  isPassing = talkHere() !== undefined;
  readonly desk: WritingDesk;
  readonly ui: PageUi;
  readonly late: Late<SessionParts>;
  readonly typists = new Typists(() => this.#changed());
  /** The room asked for patience until then (milliseconds since 1970). */
  pausedUntil = 0;
  /** Milliseconds by which the room's clock is ahead of the reader's. */
  ahead = 0;
  /** Who put this person out, and why. */
  putOut: { by: string; reason?: string } | undefined;
  readonly #over = new AbortController();
  /** Says when nothing of this session counts any more. */
  readonly over = this.#over.signal;
  /** Who the next page of this tab is to the room: this client again, or another one beside it. */
  #next: "same" | "other" = "same";
  /** What was begun here when that was kept for other tabs. */
  #begun: Writing | undefined;
  readonly #draw: () => void;
  #runLine: ((line: string) => Submitted) | undefined;
  #changing = false;
  #tick = 0;

  constructor({ room, token, kept, late, ask, changed, ...identity }: RoomSessionOptions) {
    this.room = room;
    this.token = token;
    this.late = late;
    this.client = kept.client;
    this.#draw = changed;
    const url = `${location.origin.replace("http", "ws")}/api/rooms/${room}/socket`;
    this.chat = createChat({
      connect: askingWhy(
        webSocketConnect(url, (address, name) => new WebSocket(address, [name, ...passes.protocols(room)])),
        () => ask(room),
      ),
      clock: systemClock,
      random: Math.random,
      ...{ ...identity, token, client: kept.client, saved: kept.saved },
    });
    const redraw = () => this.#changed();
    this.roomFeed = new Feed(this.chat, {
      seenIn: (epoch) => this.seenIn(epoch),
      // What is private is counted in the talk with who wrote it.
      counts: (message) => message.to === undefined && this.hears(message),
      concerns: (message) => this.concerns(message),
      changed: redraw,
    });
    onOtherTab({ what: "seen", place: room, until: this.over }, () =>
      this.roomFeed.seenElsewhere(this.seenIn(this.epoch) ?? 0),
    );
    this.ui = new PageUi(this, redraw);
    this.desk = new WritingDesk({
      ...{ chat: this.chat, composer: kept.composer, failed: kept.failed, changed: redraw },
      runLine: (line) => this.ui.run(line),
      complain: (text) => this.ui.complain(text),
      settle: () => this.ui.settle(),
      turnedAway: () => this.talk?.leave(),
    });
    this.chat.subscribe((event) => this.#take(event));
  }

  /** What is shown. */
  get feed(): Feed {
    return this.talk?.feed ?? this.roomFeed;
  }

  /** Shows a private talk, and lets nothing be written to anybody else meanwhile; undefined: shows the room. */
  turnTo(talk: PrivateTalk | undefined): void {
    this.talk = talk;
    this.desk.confine(talk?.to);
  }

  /** What the next page of this tab needs. The messages themselves come from the room. */
  keep(): void {
    const { after: _, afterAt: __, ...saved } = this.chat.saved();
    const { composer, failed } = this.desk;
    const self = this.#next === "same" ? { client: this.client, saved } : {};
    writeKept(this.room, { ...freshKept(), composer, failed, ...self });
    if (composer !== this.#begun) writeBegun(this.room, { client: this.client, composer });
    this.#begun = composer;
    this.ui.keep();
    const { you } = this.chat.room;
    if (you) setNickIn(this.room, you.nick);
    const { catchingUp, readTo } = this.roomFeed;
    if (catchingUp) return;
    setSeen(this.room, { epoch: this.epoch, id: readTo });
    this.chat.seen(readTo);
  }

  /** Lets go of the room, without leaving it. */
  shut(): void {
    this.keep();
    // Before it closes: that is no leaving.
    this.#over.abort();
    this.chat.close();
  }

  /** Comes back under a client name of its own: beside the tab that took this one's place, or as somebody else. */
  joinBeside(): void {
    this.#next = "other";
    this.shut();
    location.reload();
  }

  /** Goes on as the person of another token. */
  become(token: string): void {
    setToken(this.room, token);
    this.joinBeside();
  }

  /** Takes a line as a command; undefined where what knows them can't be loaded. */
  async submit(line: string): Promise<Submitted | undefined> {
    this.#runLine ??= (await this.late.load())?.commandsOf(this);
    return this.#runLine?.(line);
  }

  /** Brings a message into sight, and what may cover it out of the way. */
  async reveal(id: number): Promise<void> {
    if (this.ui.isNarrow) this.ui.open(undefined);
    if (this.talk && this.feed.log.messageOf(id) === undefined) this.talk.leave();
    if (!(await this.feed.reveal(id))) this.ui.complain(pageWords.log.gone);
  }

  #take(event: ChatEvent): void {
    this.roomFeed.take(event);
    switch (event.type) {
      case "message":
        this.typists.delete(event.uid);
        break;
      case "reacted":
        this.typists.delete(event.byUid);
        break;
      case "welcomed":
        this.ahead = (this.chat.room.at || Date.now()) - Date.now();
        void this.late.load().then(() => this.#changed());
        break;
      case "left":
        this.typists.delete(event.uid);
        break;
      case "typing":
        this.typists.add(event);
        break;
      case "seen":
        this.roomFeed.seenElsewhere(event.id);
        break;
      case "failed":
        this.desk.fail(event.entry, event.problem);
        break;
      case "paused":
        this.pausedUntil = event.until;
        break;
      case "error":
        this.ui.complain(sayProblem(event.problem));
        break;
      case "kicked":
        this.putOut = event;
        break;
      default:
      // The log, or nothing at all, shows it.
    }
    this.#changed();
  }

  /** Which of the room's lives this is. */
  get epoch(): number {
    return this.chat.saved().epoch ?? 0;
  }

  /** How far this person has read this life of the room, in whichever client; undefined if nobody knows. */
  seenIn(epoch: number): number | undefined {
    const told = this.chat.room.seen;
    const here = this.seenHere(epoch);
    return here === undefined && told === 0 ? undefined : Math.max(here ?? 0, told);
  }

  /** The same in this browser alone, or in a place of the room. */
  seenHere(epoch: number, place: string = this.room): number | undefined {
    const seen = seenIn(place);
    if (seen.epoch === epoch) return seen.id;
    return seen.epoch === 0 && seen.id > 0 ? seen.id : undefined;
  }

  /** Whether they read what its author says. */
  hears({ uid }: Message): boolean {
    return !this.ui.ignored.has(uid);
  }

  /** Whether a message calls them, as far as the page can tell: what they wrote long ago may not be on it. */
  concerns(message: Message): boolean {
    const { you } = this.chat.room;
    const wrote = (id: number) => this.roomFeed.log.messageOf(id)?.uid === you?.uid;
    return you !== undefined && callsTo(message, { ...you, wrote });
  }

  /** A frame may bring many events; the page is drawn once for all of them, and every second while it counts. */
  #changed(): void {
    if (this.#changing) return;
    this.#changing = true;
    queueMicrotask(() => {
      this.#changing = false;
      this.keep();
      this.#draw();
      clearTimeout(this.#tick);
      const counts = this.chat.state.state === "waiting" || this.pausedUntil > Date.now();
      if (counts) this.#tick = setTimeout(() => this.#changed(), SECOND);
    });
  }
}
