import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Clock } from "../../core/clock.ts";
import type { Journal } from "../gateway/journal.ts";
import type { HouseClient } from "./house-client.ts";
import type { RoomsDoor } from "./rooms-door.ts";
import { SharedMemory } from "./shared-memory.ts";
import { papoNick } from "./wire/nick-form.ts";

/** What all clients of a gateway share. */
export class IrcHouse extends SharedMemory {
  readonly door: RoomsDoor;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Milliseconds since 1970. */
  readonly begun: number;
  /** Who goes by which nickname, for a nickname is one client's at a time. */
  readonly #nicks = new Map<string, HouseClient>();
  #passedOn = 0;
  /** At one time. */
  mostClients = 0;

  constructor(door: RoomsDoor, { clock, journal }: { clock: Clock; journal: Journal }) {
    super(door.origin);
    this.door = door;
    this.clock = clock;
    this.journal = journal;
    this.begun = clock.now();
  }

  /** The server's name, as masks have it. */
  get host(): string {
    return new URL(this.origin).hostname;
  }

  /** Clients that have said who they are. */
  get clients(): readonly HouseClient[] {
    return [...new Set(this.#nicks.values())].filter(({ isNamed }) => isNamed);
  }

  /** The client that goes by a nickname of IRC's. */
  clientOf(nick: string): HouseClient | undefined {
    const client = this.#nicks.get(nickKey(papoNick(nick)));
    return client?.isNamed ? client : undefined;
  }

  /** Whom it has let in just now; the most clients at one time are told of. */
  letIn(): void {
    this.mostClients = Math.max(this.mostClients, this.clients.length);
  }

  /** A name for something said that no room has. */
  msgid(): string {
    this.#passedOn += 1;
    return `${this.begun.toString(36)}-${this.#passedOn}`;
  }

  /** Takes a nickname for a client, unless another has it. */
  claim(nick: string, client: HouseClient): boolean {
    const holder = this.#nicks.get(nickKey(nick));
    if (holder !== undefined && holder !== client) return false;
    this.#nicks.set(nickKey(nick), client);
    return true;
  }

  release(nick: string, client: HouseClient): void {
    if (this.#nicks.get(nickKey(nick)) === client) this.#nicks.delete(nickKey(nick));
  }
}
