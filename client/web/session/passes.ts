import { claimsIn, PASS_HEADER, PASS_PROTOCOL, passIn } from "../../../src/protocol/pass.ts";
import { browserShelf, type Shelf } from "./shelf.ts";

/** Kept for one room: a link that somebody lures you to must not cost you the invitation that is good. */
const KEPT = 2;
/** Under this name lies what is good for all rooms. */
const ANY = "";

/** The invitations of this browser: the one place that knows them, and puts them on what is sent. */
export class PassKeeper {
  /** The newest link had an invitation that was cut, or none by its form. */
  isDamaged = false;
  readonly #shelf: Shelf;
  readonly #now: () => number;
  /** What was found and is not kept: the server is to say what is wrong with it. */
  #spent: string | undefined;
  readonly #refused = new Set<string>();

  /** `now` is in milliseconds since 1970. */
  constructor(shelf: Shelf, now: () => number) {
    this.#shelf = shelf;
    this.#now = now;
  }

  /** Takes up the invitation of a fragment; tells whether there was any. */
  take(fragment: string): boolean {
    if (!new URLSearchParams(fragment.slice(1)).has("pass")) return false;
    const pass = passIn(fragment);
    this.isDamaged = pass === undefined;
    if (pass === undefined) return true;
    this.#refused.clear();
    this.#spent = pass;
    for (const room of this.#isOver(pass) ? [] : (claimsIn(pass)?.rooms ?? [ANY])) {
      this.#keep(room, [pass, ...this.#kept(room).filter((each) => each !== pass)].slice(0, KEPT));
    }
    return true;
  }

  /** What to come to a room with. */
  for(room: string): string | undefined {
    const all = [...this.#kept(room), ...this.#kept(ANY), ...(this.#spent ? [this.#spent] : [])];
    return all.find((pass) => !this.#refused.has(pass)) ?? all[0];
  }

  /** The server does not want it. It is kept, for servers err; tells whether there is another to try. */
  refused(room: string): boolean {
    const pass = this.for(room);
    if (pass === undefined) return false;
    this.#refused.add(pass);
    return !this.#refused.has(this.for(room) ?? "");
  }

  /** How a fetch shows it. */
  headers(room: string): Record<string, string> {
    const pass = this.for(room);
    return pass === undefined ? {} : { [PASS_HEADER]: pass };
  }

  /** How a WebSocket shows it, which a browser lets have no header. */
  protocols(room: string): string[] {
    const pass = this.for(room);
    return pass === undefined ? [] : [`${PASS_PROTOCOL}${pass}`];
  }

  #isOver(pass: string): boolean {
    const claims = claimsIn(pass);
    return claims === undefined || claims.exp * 1_000 <= this.#now();
  }

  /** The newest first; what has run out is dropped. */
  #kept(room: string): string[] {
    const all = this.#shelf.get(`pass:${room}`)?.split(" ") ?? [];
    const good = all.filter((pass) => !this.#isOver(pass));
    if (good.length < all.length) {
      this.#spent ??= all[0];
      this.#keep(room, good);
    }
    return good;
  }

  #keep(room: string, passes: readonly string[]): void {
    this.#shelf.set(`pass:${room}`, passes.join(" ") || undefined);
  }
}

export const passes = new PassKeeper(browserShelf, Date.now);
