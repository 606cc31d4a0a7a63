import { isDurable } from "../../../src/protocol/change.ts";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import { base64url } from "../../../src/protocol/identity.ts";
import { messageItem } from "../model/item.ts";
import type { Items } from "../model/log.ts";
import { answered, BrowserRows } from "../session/browser-rows.ts";
import { isShut } from "../session/is-shut.ts";
import type { RoomSession } from "../session/room-session.ts";
import { type LastRow, MOST_LAST_MESSAGES, outdated, readLast } from "./last-row.ts";

/** Milliseconds from something new until it is kept, with what comes meanwhile. */
const SOON = 2_000;
/** Milliseconds that a room may take to answer before what was seen there last is shown. */
const HANGS = 1_000;

/** How a room ends for somebody who keeps nothing of it then. */
const OVER: ReadonlySet<number> = new Set([CLOSE.left, CLOSE.banned, CLOSE.erased]);

/** The messages that were seen last in each room, so that a page without a network has them. */
export class LastMessages {
  readonly #rows = new BrowserRows("papo-last");
  readonly #sessions = new Set<RoomSession>();
  readonly #kept = new WeakMap<RoomSession, Items>();
  readonly #list: () => readonly string[];
  #soon = 0;

  /** `list`: the rooms of this person. */
  constructor(list: () => readonly string[]) {
    this.#list = list;
    addEventListener("visibilitychange", () => void this.#keep());
  }

  /** Shows what was seen last in a room that does not answer, and keeps what is seen there from now on. */
  follow(session: RoomSession): void {
    // Without a service worker no page comes up that could show them.
    if (!("serviceWorker" in navigator)) return;
    const { chat, over } = session;
    this.#sessions.add(session);
    over.addEventListener("abort", () => {
      void this.#keep();
      this.#sessions.delete(session);
    });
    const recall = () => void this.#recall(session);
    if (chat.state.state === "waiting") recall();
    setTimeout(recall, HANGS);
    // The room may have told all before this was loaded.
    this.keepSoon();
    chat.subscribe((event) => {
      if (event.type === "state" && event.state.state === "waiting") recall();
      // What a room has told is kept once it has told all, however long it takes.
      if (event.type === "state" || event.type === "caught_up" || isDurable(event)) this.keepSoon();
    });
  }

  /** Something has changed. */
  keepSoon(): void {
    this.#soon ||= setTimeout(() => void this.#keep(), SOON);
  }

  async #recall({ room, token, roomFeed }: RoomSession): Promise<void> {
    if (roomFeed.begun > 0) return;
    const you = await uidOf(token);
    await this.#rows.within("readwrite", async (rows) => {
      const row = readLast(await answered(rows.get(room)), you);
      if (row) roomFeed.recall(row.messages.map((each) => messageItem(each, each.uid === you)));
      else rows.delete(room);
    });
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#soon);
    this.#soon = 0;
    const forgotten = new Set<string>();
    const kept: { session: RoomSession; items: Items }[] = [];
    for (const session of this.#sessions) {
      const { room, roomFeed } = session;
      const { items } = roomFeed.log;
      if (isForgotten(session)) forgotten.add(room);
      else if (!roomFeed.catchingUp && this.#kept.get(session) !== items) kept.push({ session, items });
    }
    const fresh = await Promise.all(kept.map(({ session, items }) => rowOf(session, items)));
    await this.#rows.within("readwrite", async (rows) => {
      for (const row of fresh) rows.put(row);
      const all: LastRow[] = await answered(rows.getAll());
      for (const key of [...forgotten, ...outdated(all, this.#list())]) rows.delete(key);
    });
    for (const { session, items } of kept) this.#kept.set(session, items);
  }
}

/** Nothing of it may stay here. */
function isForgotten({ chat: { state } }: RoomSession): boolean {
  return (
    (state.state === "stopped" && OVER.has(state.code)) ||
    (state.state === "refused" && isShut(state.problem))
  );
}

async function rowOf({ room, token }: RoomSession, items: Items): Promise<LastRow> {
  const messages = items.flatMap((item) => (item.kind === "message" ? [item.message] : []));
  return {
    key: room,
    at: Date.now(),
    you: await uidOf(token),
    messages: messages.slice(-MOST_LAST_MESSAGES),
  };
}

/** As whom the room knows who has a token: offline it can't be asked. */
async function uidOf(token: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return base64url(new Uint8Array(hash)).slice(0, 12);
}
