import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { focusComposer } from "../compose/focus-composer.ts";
import { sendingFiles } from "../files/of-session.ts";
import { messagePath, nextUnread, type Place, type PlaceEntry, unreadIn } from "../model/places.ts";
import { type ListedRooms, withoutRoom, withRoom, writtenList } from "../model/room-list.ts";
import { titleOf } from "../model/unread.ts";
import type { RoomPage } from "../room/room-page.tsx";
import { beWith, cover, goTo } from "../session/on-back.ts";
import { onShelf } from "../session/other-tabs.ts";
import { WIDE } from "../session/page-ui.ts";
import type { PrivateTalk, RoomSession } from "../session/room-session.ts";
import { pageText } from "../text/page-text.ts";
import { PageHerald } from "../told/page-herald.ts";
import { leaveRoom, push } from "../told/pushing.ts";
import { panelWords } from "../words/panel-words.ts";
import { showBadge } from "./app-badge.ts";
import { connect, type RoomsHost, unconnected } from "./connections.ts";
import { entriesOf } from "./entries.ts";
import { Glances } from "./glances.ts";
import { HAS_PLACE } from "./has-place.ts";
import { listedRooms, recentRooms, setFolded, setListedRooms, setRecentRooms } from "./kept-rooms.ts";
import { LastMessages } from "./last-messages.ts";
import { placeAtAddress } from "./place-at.ts";
import { Talks } from "./talks.ts";

/** All of a person's rooms in one window: which there are, which is shown, and what each has to tell. */
export class Rooms {
  list: ListedRooms = listedRooms();
  entries: readonly PlaceEntry[] = [];
  /** The list lies over the page, where there is no place beside it. */
  isOpen = false;
  /** Somebody types where to go. */
  isSwitching = false;
  readonly #host: RoomsHost;
  readonly #glances: Glances;
  readonly #herald: PageHerald;
  readonly #last = new LastMessages(() => this.list);
  readonly #talks = new WeakMap<RoomSession, Talks>();
  /** The sessions whose events are heard. */
  readonly #heard = new WeakSet<RoomSession>();
  /** The rooms that were shown, the latest first. */
  #recent = recentRooms();
  /** With whom the private talk is that is to be shown, once there is one. */
  #wanted: string | undefined;
  /** The message of the shown room that is to be brought into sight once all that was missed is here, and the last one that was. */
  #message: number | undefined;
  #followed: number | undefined;

  constructor(host: RoomsHost) {
    this.#host = host;
    this.#glances = new Glances(
      () => unconnected(host, this.list),
      () => this.redraw(),
    );
    this.#herald = new PageHerald({
      show: ({ room, id }) => this.go({ room, message: id }),
      feedOf: ({ room, id, private: isPrivate }) => {
        const session = host.pages.get(room)?.session;
        return session && isPrivate ? this.#talkOf(session, id)?.feed : session?.roomFeed;
      },
    });
    onShelf("rooms", () => this.#changeList(listedRooms()));
    onShelf("wishes", () => this.redraw());
    addEventListener("popstate", () => this.#go(placeAtAddress()));
    HAS_PLACE.addEventListener("change", () => this.open(false));
    WIDE.addEventListener("change", () => {
      this.open(false);
      this.shown.session?.ui.turn();
    });
  }

  /** Comes to where the address leads, and to all rooms. */
  begin(): void {
    this.#go(placeAtAddress());
    void this.#glances.look();
  }

  /** Looks what there is to tell, before it is drawn. */
  refresh(): void {
    const { pages, shown } = this.#host;
    for (const { session } of pages.values()) if (session) this.#follow(session);
    this.#turnToWanted();
    if (shown.session) shown.session.isPassing = this.#wanted !== undefined;
    this.#reveal();
    this.entries = this.list.flatMap((room) => {
      const session = pages.get(room)?.session;
      const talks = (session && this.#talks.get(session)?.all) ?? [];
      const isShown = shown.room === room;
      return entriesOf(room, { session, talks, glance: this.#glances.of.get(room), isShown });
    });
    showBadge(unreadIn(this.entries, false).unread);
    const readTo = Array.from(pages.values(), ({ session }) => session?.roomFeed.readTo);
    this.#herald.putAway(`${[...readTo, ...this.entries.map(({ unread }) => unread)]}`);
  }

  get title(): string {
    const { room, session } = this.#host.shown;
    const name = session?.talk
      ? panelWords.rooms.talkIn({ nick: pageText(session.talk.to.nick), room })
      : room;
    // A room that is not in the list yet counts, too.
    const own = this.entries.some((entry) => entry.room === room) ? 0 : (session?.feed.unread.count ?? 0);
    return titleOf(name, own + unreadIn(this.entries, false).unread);
  }

  /** What there is unread in other places. */
  get elsewhere(): { unread: number; calls: number } {
    return unreadIn(this.entries, true);
  }

  get shown(): RoomPage {
    return this.#host.shown;
  }

  /** The entries, those first that were shown last. */
  get byUse(): PlaceEntry[] {
    const rank = ({ room }: PlaceEntry) => this.#recent.indexOf(room) + 1 || Number.POSITIVE_INFINITY;
    return this.entries.toSorted(
      (a, b) => Number(a.current) - Number(b.current) || (rank(a) === rank(b) ? 0 : rank(a) - rank(b)),
    );
  }

  redraw(): void {
    this.#host.draw();
  }

  /** Shows a place, as somebody wants it. */
  go(place: Place): void {
    const { room, uid, message } = place;
    const isHere = room === this.shown.room && uid === this.shown.session?.talk?.to.uid;
    if (isHere && message === undefined) this.open(false);
    else {
      goTo(message === undefined ? `/${room}` : messagePath(room, message), uid);
      this.#followed = undefined;
      this.#go(place);
    }
    if (this.shown.session?.ui.isNarrow === false) focusComposer();
    else document.querySelector<HTMLElement>(".log")?.focus();
  }

  /** Shows the next place with something unread; tells whether there is one. */
  goOn(step: 1 | -1): boolean {
    const next = nextUnread(this.entries, step);
    if (next) this.go(next);
    return next !== undefined;
  }

  /** Puts the list over the page, or takes it away. */
  open(isOpen: boolean): void {
    if (this.isOpen === isOpen) return;
    this.isOpen = isOpen;
    cover(isOpen ? () => this.open(false) : undefined);
    this.redraw();
    const goals = isOpen ? [".rooms>ul [aria-current]", ".entry a", ".rooms>button"] : [".to-rooms"];
    const [goal] = goals.flatMap((each) => [...document.querySelectorAll<HTMLElement>(each)]);
    goal?.focus();
  }

  /** Whether the list stands beside the page where there is a place for it. */
  fold(folded: boolean): void {
    setFolded(folded);
    this.redraw();
  }

  switch(isSwitching: boolean): void {
    this.isSwitching = isSwitching;
    this.redraw();
  }

  /** Changes the list for all windows. */
  change(list: ListedRooms): void {
    if (writtenList(list) === writtenList(this.list)) return;
    setListedRooms(list);
    this.#changeList(list);
  }

  /** Leaves a room, or lets go of one that one is not in. */
  leave(room: string): void {
    const { session } = this.shown;
    if (room === session?.room) void leaveRoom(session);
    this.change(withoutRoom(this.list, room));
  }

  #changeList(list: ListedRooms): void {
    this.list = list;
    this.#last.keepSoon();
    connect(this.#host, this.list, this.#recent);
    this.redraw();
  }

  #go({ room, uid, message }: Place): void {
    const before = this.#host.shown;
    const page = this.#host.open(room);
    this.#host.shown = page;
    if (before !== page && before.session) page.session?.ui.standIn(before.session.ui);
    this.#wanted = uid;
    // What covered the page leaves the address as it was.
    if (before !== page || message !== this.#followed) this.#message = message;
    if (uid === undefined) page.session?.turnTo(undefined);
    this.#recent = [room, ...this.#recent.filter((each) => each !== room)];
    setRecentRooms(this.#recent);
    connect(this.#host, this.list, this.#recent);
    this.redraw();
  }

  /** The talk may come only with what is told of the room. */
  #turnToWanted(): void {
    const { session } = this.#host.shown;
    const talks = session && this.#talks.get(session);
    const uid = this.#wanted;
    if (!talks || uid === undefined) return;
    this.#wanted = undefined;
    const { composer } = session.desk;
    const named = [...session.chat.room.members, ...(composer.to ? [composer.to] : [])];
    const person = named.find((each) => each.uid === uid);
    const talk = talks.get(uid) ?? (person && talks.open({ uid, nick: person.nick }));
    session.turnTo(talk);
  }

  #reveal(): void {
    const { session } = this.#host.shown;
    const message = this.#message;
    if (!session || message === undefined || session.roomFeed.begun < 2) return;
    this.#message = undefined;
    this.#followed = message;
    // What is private is read where it was said.
    const talk = this.#talkOf(session, message);
    if (talk) {
      beWith(talk.to.uid);
      session.turnTo(talk);
    }
    void session.reveal(message);
  }

  #follow(session: RoomSession): void {
    if (!this.#heard.has(session)) {
      this.#heard.add(session);
      session.chat.subscribe((event) => this.#take(session, event));
      this.#last.follow(session);
      session.toTalk = (uid) => this.go({ room: session.room, uid });
      this.#herald.follow(session);
      // What an earlier page left on its way goes on.
      sendingFiles(session);
      if (session.chat.state.state === "online") this.#welcomed(session);
    }
    const { room } = session;
    if (session.roomFeed.begun > 1 && !this.#talks.has(session))
      this.#talks.set(session, new Talks(session, () => this.go({ room })));
    this.#talks.get(session)?.readOn();
  }

  #take(session: RoomSession, event: ChatEvent): void {
    const { room, over } = session;
    // What the window lets go of is not left.
    if (over.aborted) return;
    if (event.type === "welcomed") this.#welcomed(session);
    else if (event.type === "state" && event.state.state === "stopped" && event.state.code === CLOSE.left) {
      this.change(withoutRoom(this.list, room));
    } else if (event.type === "message" && !event.own && !event.replayed && session.hears(event)) {
      this.#herald.tell(session, event);
    }
  }

  #welcomed(session: RoomSession): void {
    this.change(withRoom(this.list, session.room));
    void push(session);
  }

  /** The private talk in which a message was said. */
  #talkOf(session: RoomSession, id: number): PrivateTalk | undefined {
    return this.#talks.get(session)?.all.find(({ feed }) => feed.log.messageOf(id));
  }
}
