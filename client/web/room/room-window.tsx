import type { ComponentChild } from "preact";
import { titleOf } from "../model/unread.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Late } from "../session/late.ts";
import { heedBack } from "../session/on-back.ts";
import { browserShelf } from "../session/shelf.ts";
import { pageWords } from "../words/page-words.ts";
import { type DoorParts, type PageParts, RoomPage } from "./room-page.tsx";

/** What the window loads later: also all that is about more rooms than one. */
export interface WindowParts extends PageParts {
  roomsOf(host: RoomWindow): Rooms;
  /** The list of rooms, and what is over the page for it. */
  RoomsNav(props: { rooms: Rooms }): ComponentChild;
}

export interface RoomWindowOptions {
  late: Late<WindowParts>;
  door: Late<DoorParts>;
  show(content: ComponentChild): void;
}

/** Milliseconds in which what happens in rooms that are not shown is drawn together. */
const SOON = 100;
/** The same, of all rooms, where nobody looks. */
const UNSEEN = 1_000;

/** One window: the room that it shows, and those that are open behind it. */
export class RoomWindow {
  shown: RoomPage;
  readonly pages = new Map<string, RoomPage>();
  readonly #options: RoomWindowOptions;
  #rooms: Rooms | undefined;
  #soon = 0;

  constructor(room: string, options: RoomWindowOptions) {
    this.#options = options;
    heedBack();
    const each = (act: (page: RoomPage) => void) => () => this.pages.forEach(act);
    const wake = each(({ session }) => document.hidden || session?.chat.wake());
    addEventListener("online", wake);
    addEventListener("visibilitychange", wake);
    addEventListener("visibilitychange", () => document.hidden || this.draw());
    addEventListener(
      "pagehide",
      each(({ session }) => session?.keep()),
    );
    addEventListener("beforeunload", (event) => {
      const isUnsent = [...this.pages.values()].some(({ session }) => session?.chat.outbox.length);
      if (isUnsent) event.preventDefault();
    });
    this.shown = this.open(room);
    if (browserShelf.get("rooms")) void options.late.load().then(() => this.draw());
  }

  /** The page of a room, in the window or behind it. */
  open(room: string): RoomPage {
    const there = this.pages.get(room);
    if (there) return there;
    const { late, door } = this.#options;
    const page = new RoomPage({ room, late, door, changed: () => this.#changed(page) });
    this.pages.set(room, page);
    page.open();
    return page;
  }

  #changed(page: RoomPage): void {
    if (page === this.shown && !document.hidden) this.draw();
    else this.#soon ||= setTimeout(() => this.draw(), document.hidden ? UNSEEN : SOON);
  }

  readonly draw = (): void => {
    clearTimeout(this.#soon);
    this.#soon = 0;
    const { late, show } = this.#options;
    const part = typeof late.part === "string" ? undefined : late.part;
    if (part && !this.#rooms) {
      this.#rooms = part.roomsOf(this);
      this.#rooms.begin();
    }
    const rooms = this.#rooms;
    rooms?.refresh();
    const { room, session, isInside } = this.shown;
    document.title = rooms?.title ?? titleOf(room, session?.feed.unread.count ?? 0);
    show(
      <div class={browserShelf.get("folded") ? "window folded" : "window"}>
        {part && rooms ? (
          <part.RoomsNav rooms={rooms} />
        ) : (
          isInside && <nav class="rooms" aria-label={pageWords.rooms} />
        )}
        <div class="place" key="place" inert={rooms?.isOpen}>
          {this.shown.content()}
        </div>
      </div>,
    );
  };
}
