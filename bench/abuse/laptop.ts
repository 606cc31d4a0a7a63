import { flood } from "./flood.ts";
import { Guest } from "./guest.ts";
import { forgedPass, nickOf, roomOf, tokenOf } from "./names.ts";
import type { Pace } from "./pace.ts";

/** Who talks in a room that the laptop has made, beside who owns it. */
const GANG = 12;

const MINUTE = 60_000;

/** Milliseconds between two requests of each of the smaller strategies: together three a second, of the five that an address has. */
const EVERY = { loop: 1_200, post: 2_000, knock: 2_000, forge: 4_000, read: 4_000 };

/** One laptop: one network address, and as many tokens, sockets and posts as it likes. */
export class Laptop {
  readonly #server: URL;
  readonly #pace: Pace;
  readonly #guests = new Set<Guest>();
  readonly #rooms: string[] = [];
  /** Who is lost and comes back. */
  readonly #returning = join();
  /** What is going on in sockets. */
  readonly #floods: Promise<void>[] = [];

  constructor(server: URL, pace: Pace) {
    this.#server = server;
    this.#pace = pace;
  }

  /** Plays all strategies at once, until the time is over. */
  async play(): Promise<void> {
    await Promise.all([
      this.#makeRooms(),
      this.#repeat(EVERY.loop, () => this.#joinAndLeave()),
      this.#repeat(EVERY.loop, () => this.#loseAndReturn()),
      this.#repeat(EVERY.post, () => this.#post()),
      this.#repeat(EVERY.knock, () => this.#knock()),
      this.#repeat(EVERY.forge, () => this.#forge()),
      this.#repeat(EVERY.read, () => this.#read()),
    ]);
    for (const guest of this.#guests) guest.end();
    await Promise.all(this.#floods);
  }

  /** Makes rooms as fast as it may, and fills each with people who write all that they may. */
  async #makeRooms(): Promise<void> {
    while (this.#pace.goesOn) {
      const room = roomOf();
      const wait = await this.#enter(room, true);
      if (wait > 0) await this.#pace.rest(Math.min(wait, 5_000));
      else {
        this.#rooms.push(room);
        await this.#fill(room);
      }
    }
  }

  async #fill(room: string): Promise<void> {
    await Promise.all(
      Array.from({ length: GANG }, async () => {
        let wait = await this.#enter(room, false);
        // Whom the room takes no more today, the next one may.
        while (wait > 0 && wait <= MINUTE && this.#pace.goesOn) {
          await this.#pace.rest(Math.min(wait, 5_000));
          wait = await this.#enter(room, false);
        }
      }),
    );
  }

  /** Joins a room with a token of nobody's, and floods it. Gives back in how many ms to try again, or 0. */
  async #enter(room: string, isOwner: boolean): Promise<number> {
    const guest = await this.#connect(room);
    if (!(guest instanceof Guest)) return guest;
    const answer = await guest.ask(join());
    if (!answer.ok) {
      this.#leave(guest);
      return Math.max(1, answer.wait);
    }
    this.#floods.push(flood(guest, this.#pace, isOwner));
    return 0;
  }

  /** Comes and goes in a room where nobody is: the first one in and the last one out cost the most. */
  async #joinAndLeave(): Promise<void> {
    const guest = await this.#connect("abuse-loop");
    if (!(guest instanceof Guest)) return;
    const answer = await guest.ask(join());
    if (answer.ok) await guest.ask({ type: "leave" });
    this.#leave(guest);
  }

  /** Is lost, and comes back while its place is held. */
  async #loseAndReturn(): Promise<void> {
    const guest = await this.#connect(this.#rooms[0] ?? "abuse-loop");
    if (!(guest instanceof Guest)) return;
    await guest.ask(this.#returning);
    this.#leave(guest);
  }

  /** Stays at the door of a room that nobody has made. */
  async #knock(): Promise<void> {
    await this.#connect(roomOf());
  }

  async #post(): Promise<void> {
    const room = this.#rooms.at(-1) ?? roomOf();
    const headers = { "Content-Type": "text/plain" };
    await this.#fetch(`/${room}/messages?nick=${nickOf()}`, { method: "POST", body: "posted", headers });
  }

  async #forge(): Promise<void> {
    await this.#fetch(`/${this.#rooms.at(-1) ?? roomOf()}`, { headers: { "Papo-Pass": forgedPass() } });
  }

  async #read(): Promise<void> {
    await this.#fetch(`/${this.#rooms.at(-1) ?? roomOf()}/messages?limit=50`, {});
  }

  async #fetch(path: string, init: RequestInit): Promise<void> {
    await this.#pace.turn();
    const response = await fetch(new URL(`/api/rooms${path}`, this.#server), init);
    await response.body?.cancel();
  }

  /** A socket, or in how many ms to try again. */
  async #connect(room: string): Promise<Guest | number> {
    await this.#pace.turn();
    const guest = await Guest.knock({ server: this.#server, room });
    if (!(guest instanceof Guest)) return guest.ok ? 1 : Math.max(1, guest.wait);
    this.#guests.add(guest);
    return guest;
  }

  #leave(guest: Guest): void {
    this.#guests.delete(guest);
    guest.end();
  }

  async #repeat(every: number, strategy: () => Promise<void>): Promise<void> {
    while (this.#pace.goesOn) {
      await strategy();
      await this.#pace.rest(every);
    }
  }
}

function join() {
  return { type: "join", nick: nickOf(), token: tokenOf(), client: "abuse" } as const;
}
