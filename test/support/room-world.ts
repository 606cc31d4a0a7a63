import type { CloseCode } from "../../src/protocol/close-code.ts";
import type { CommandInput } from "../../src/protocol/command.ts";
import type { EventOf, RoomEvent } from "../../src/protocol/event.ts";
import type { Range } from "../../src/protocol/http.ts";
import type { Audience, Effect } from "../../src/room/effect.ts";
import { handle } from "../../src/room/handle.ts";
import { type KeyedLetter, post } from "../../src/room/http/post.ts";
import { listMembers, readMessages, summarize } from "../../src/room/http/read.ts";
import type { Visitor } from "../../src/room/rules/access.ts";
import { lose } from "../../src/room/rules/leave.ts";
import { tick, wakeUp } from "../../src/room/rules/tick.ts";
import { Room } from "../../src/room/state/room.ts";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import type { Secrets } from "../../src/room/state/secrets.ts";
import type { Session, SessionId } from "../../src/room/state/session.ts";
import { readSettings, type Settings } from "../../src/settings.ts";
import { FakeClock } from "./fake-clock.ts";
import { MemoryStore } from "./memory-store.ts";

/** The secret of somebody who is called by a name, and never of anybody else. */
export const tokenOf = (name: string) => name.padEnd(22, "-");

/** The `uid` of somebody who is called by a name. */
export const uidOf = (name: string) => tokenOf(name).slice(0, 12);

/** Hashes that can be read, and randomness that counts. */
function readableSecrets(): Secrets {
  let count = 0;
  return {
    newToken: () => tokenOf(`token${++count}`),
    newClient: () => `client${++count}`,
    uidOf: (token) => token.slice(0, 12),
    hash: (value, salt) => `${value} with ${salt}`,
    hashPassphrase: (passphrase, salt) => `${passphrase} with ${salt}`,
    equal: (one, other) => one === other,
  };
}

/** One socket: what it was sent, and how it ended. */
export class Peer {
  session: SessionId;
  readonly #world: RoomWorld;
  #told: RoomEvent[] = [];
  /** Why the room closed it, if it did. */
  closed: CloseCode | undefined;

  constructor(world: RoomWorld, session: SessionId) {
    this.#world = world;
    this.session = session;
  }

  /** Sends commands, one after the other, and gives back what this socket is told since it was last asked. */
  send(...commands: CommandInput[]): RoomEvent[] {
    return this.sendRaw(...commands.map((command) => JSON.stringify(command)));
  }

  sendRaw(...frames: string[]): RoomEvent[] {
    for (const frame of frames) this.#world.run(handle(this.#world.room, this.session, frame));
    return this.take();
  }

  /** Says something under the next number, and gives back the message. */
  say(text: string, fields: { to?: string; re?: number; me?: boolean } = {}): EventOf<"message"> {
    return this.#only("message", this.send({ type: "say", cid: this.nextCid, text, ...fields }));
  }

  edit(id: number, text: string): RoomEvent[] {
    return this.send({ type: "edit", cid: this.nextCid, id, text });
  }

  remove(id: number): RoomEvent[] {
    return this.send({ type: "delete", cid: this.nextCid, id });
  }

  history(range: { before?: number; after?: number; limit?: number } = {}): EventOf<"history"> {
    return this.#only("history", this.send({ type: "history", ...range }));
  }

  search(text: string, range: { before?: number; limit?: number } = {}): EventOf<"found"> {
    return this.#only("found", this.send({ type: "search", text, ...range }));
  }

  /** The connection breaks. */
  lose(): void {
    this.#world.run(lose(this.#world.room, this.session));
    this.#world.forget(this);
  }

  /** What it was told since it was last asked. */
  take(): RoomEvent[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }

  /** What the outbox does. */
  receive(event: RoomEvent): void {
    this.#told.push(event);
  }

  get nextCid(): number {
    const session = this.#world.room.sessions.get(this.session);
    return session?.state === "joined" ? session.cid + 1 : 1;
  }

  #only<Type extends RoomEvent["type"]>(type: Type, told: readonly RoomEvent[]): EventOf<Type> {
    const found = told.find((event): event is EventOf<Type> => event.type === type);
    if (!found) throw new Error(`No ${type} came, but ${JSON.stringify(told)}.`);
    return found;
  }
}

/** Somebody who joins: how their name is written, and over what. */
export interface Entrance {
  readonly address?: string;
  readonly client?: string;
  readonly nick?: string;
  readonly after?: number;
  readonly afterAt?: number;
  readonly epoch?: number;
  readonly key?: string;
  readonly admin?: string;
}

/** Who calls by plain HTTP: somebody by name, or nobody in particular. */
export interface Call {
  readonly name?: string;
  readonly address?: string;
  readonly key?: string;
}

/** A room in memory with everybody who is connected to it, under a clock that stands still. */
export class RoomWorld {
  readonly clock = new FakeClock();
  readonly settings: Settings;
  store: MemoryStore;
  room: Room;
  /** When the room wants to be woken, as an alarm would have it. */
  alarm: number | undefined;
  readonly #secrets = readableSecrets();
  readonly #peers = new Map<SessionId, Peer>();
  /** Who hears what everyone hears, with their `uid`. */
  readonly #listeners = new Map<Peer, string>();

  /** An empty room, or one that another world has stored. */
  constructor(settings: Partial<Settings> = {}, store?: MemoryStore) {
    this.settings = { ...readSettings({}), ...settings };
    this.store = store ?? new MemoryStore(this.settings.historyMessages);
    this.room = this.#open();
  }

  get now(): number {
    return this.clock.now();
  }

  /** A socket whose peer has not joined. */
  connect(address = "here"): Peer {
    return this.#accept({ state: "waiting", address, since: this.now, failures: 0 });
  }

  /** Somebody joins, or tries to. What they are told waits to be taken. */
  enter(name: string, { address, ...entrance }: Entrance = {}): Peer {
    const peer = this.connect(address);
    const join = { type: "join", nick: name, token: tokenOf(name), client: "one", ...entrance } as const;
    for (const event of peer.send(join)) peer.receive(event);
    return peer;
  }

  /** Somebody joins, and has read their welcome. */
  join(name: string, entrance: Entrance = {}): Peer {
    const peer = this.enter(name, entrance);
    const [welcome] = peer.take();
    if (welcome?.type !== "welcome") throw new Error(`${name} got ${JSON.stringify(welcome)}.`);
    return peer;
  }

  /** Somebody joins. Gives back their welcome. */
  welcome(name: string, entrance: Entrance = {}): EventOf<"welcome"> {
    const [welcome] = this.enter(name, entrance).take();
    if (welcome?.type !== "welcome") throw new Error(`${name} got ${JSON.stringify(welcome)}.`);
    return welcome;
  }

  post(call: Call, letter: KeyedLetter) {
    const outcome = post(this.room, this.#visitor(call), letter);
    if ("refused" in outcome) return outcome;
    this.run(outcome.effects);
    return outcome.receipt;
  }

  summarize(call: Call = {}) {
    return summarize(this.room, this.#visitor(call));
  }

  listMembers(call: Call = {}) {
    return listMembers(this.room, this.#visitor(call));
  }

  readMessages(range: Partial<Range> = {}, call: Call = {}) {
    return readMessages(this.room, this.#visitor(call), { limit: 50, ...range });
  }

  /** Lets time pass; the room is woken whenever it wanted to be. */
  pass(ms: number): void {
    const end = this.now + ms;
    while (this.alarm !== undefined && this.alarm <= end) {
      this.clock.advance(Math.max(0, this.alarm - this.now));
      this.alarm = undefined;
      this.run(tick(this.room));
    }
    this.clock.advance(end - this.now);
  }

  /** The server dies: what was not stored is lost, and every connection too. */
  crash(): void {
    this.#peers.clear();
    this.#listeners.clear();
    this.store.crash();
    this.room = this.#open();
    this.run(wakeUp(this.room));
  }

  /** The room's memory goes, while its sockets and what is attached to them stay. */
  hibernate(): void {
    const { sessions } = this.room;
    const peers = [...this.#peers.values()];
    this.room = this.#open();
    this.#peers.clear();
    for (const peer of peers) {
      const state = sessions.get(peer.session);
      if (!state) continue;
      peer.session = this.room.sessions.open(state);
      this.#peers.set(peer.session, peer);
    }
    this.run(wakeUp(this.room));
  }

  /** Stores what has happened, and then does what the rules want done, in their order. */
  run(effects: readonly Effect[]): void {
    this.store.commit();
    for (const effect of effects) this.#do(effect);
    this.store.commit();
  }

  /** A socket is gone. */
  forget(peer: Peer): void {
    this.#peers.delete(peer.session);
    this.#listeners.delete(peer);
  }

  #open(): Room {
    const { store, settings } = this;
    const secrets = this.#secrets;
    const clock = new RoomClock(() => this.now);
    return new Room({ name: "lobby", salt: "salt", store, settings, secrets, clock });
  }

  #accept(state: Session): Peer {
    const peer = new Peer(this, this.room.sessions.open(state));
    this.#peers.set(peer.session, peer);
    return peer;
  }

  #visitor({ name, address = "here", key }: Call): Visitor {
    const anonymous = name === undefined;
    return { uid: anonymous ? `anonymous ${address}` : uidOf(name), anonymous, address, key };
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case "tell":
        for (const peer of this.#audience(effect.to)) peer.receive(effect.event);
        break;
      case "admit": {
        const peer = this.#peers.get(effect.session);
        if (peer) this.#listeners.set(peer, effect.uid);
        break;
      }
      case "close": {
        const peer = this.#peers.get(effect.session);
        if (!peer) break;
        peer.closed ??= effect.code;
        this.forget(peer);
        break;
      }
      case "keep":
        // A session here is its own attachment.
        break;
      case "wake":
        this.alarm = Math.min(this.alarm ?? effect.at, effect.at);
        break;
      case "erase":
        this.alarm = undefined;
        this.store = new MemoryStore(this.settings.historyMessages);
        this.room = this.#open();
        break;
      default:
        effect satisfies never;
    }
  }

  #audience(to: Audience): Peer[] {
    const listeners = [...this.#listeners];
    switch (to.kind) {
      case "everyone":
        return listeners.map(([peer]) => peer);
      case "others":
        return listeners.filter(([, uid]) => uid !== to.uid).map(([peer]) => peer);
      case "people":
        return listeners.filter(([, uid]) => to.uids.includes(uid)).map(([peer]) => peer);
      case "session": {
        const peer = this.#peers.get(to.session);
        return peer ? [peer] : [];
      }
      default:
        return to satisfies never;
    }
  }
}
