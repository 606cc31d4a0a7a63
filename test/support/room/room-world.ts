import { LONGEST_BEAT } from "../../../src/object/beat.ts";
import { secrets } from "../../../src/object/secrets.ts";
import type { CommandInput } from "../../../src/protocol/command.ts";
import type { Refusal } from "../../../src/protocol/error.ts";
import type { EventOf, RoomEvent } from "../../../src/protocol/event.ts";
import type { Range } from "../../../src/protocol/http.ts";
import type { PushedNews } from "../../../src/protocol/push.ts";
import type { Effect } from "../../../src/room/effect.ts";
import { type Delivery, deliver } from "../../../src/room/http/deliver.ts";
import { type KeyedLetter, post } from "../../../src/room/http/post.ts";
import { findFile, listMembers, readMessages, summarize } from "../../../src/room/http/read.ts";
import { type FileArrival, offerFile, settleFile } from "../../../src/room/http/upload.ts";
import type { Introduction } from "../../../src/room/introduction.ts";
import type { RoomReport, Used } from "../../../src/room/report.ts";
import type { Visitor } from "../../../src/room/rules/access.ts";
import { madeInHaste } from "../../../src/room/rules/make.ts";
import type { PushOutcome } from "../../../src/room/rules/push/push.ts";
import type { PushOrder } from "../../../src/room/rules/push/push-order.ts";
import type { Room } from "../../../src/room/state/room.ts";
import type { Secrets } from "../../../src/room/state/secrets.ts";
import type { Store } from "../../../src/room/state/store.ts";
import { readSettings, type Settings } from "../../../src/settings/settings.ts";
import { FakeClock } from "../fake-clock.ts";
import { tokenOf, uidOf } from "../token-of.ts";
import { MemoryRoom, MemorySocket } from "./memory-room.ts";
import type { MemoryDatabase } from "./sqlite.ts";

/** Days on which everything may be written. */
const ANY_DAY = { roomMessages: 1_000_000_000, addressMessages: 1_000_000_000 };

/** Hashes that can be read, and randomness that counts. */
function readableSecrets(): Secrets {
  let count = 0;
  return {
    newToken: () => tokenOf(`token${++count}`),
    newClient: () => `client${++count}`.padEnd(12, "-"),
    newFileId: () => `file${++count}`.padEnd(22, "-"),
    newHookId: () => `hook${++count}`.padEnd(24, "-"),
    uidOf: (token) => token.slice(0, 12).replaceAll(" ", "-"),
    hash: (value, salt) => `${value} with ${salt}`,
    sign: secrets.sign,
    hashPassphrase: (passphrase, salt) => `${passphrase} with ${salt}`,
    equal: (one, other) => one === other,
  };
}

/** Where a socket comes from, and what the front door says of its peer. */
interface Arrival {
  readonly clock: FakeClock;
  readonly address: string;
  readonly introduction: Introduction;
}

/** One socket: what it was sent, and how it ended. */
export class Peer {
  readonly #room: MemoryRoom;
  readonly #socket: MemorySocket;
  #told: RoomEvent[] = [];
  /** The highest number that the room has told of. */
  #cid = 0;
  /** Why the room closed it, if it did. */
  closed: number | undefined;

  constructor(room: MemoryRoom, { clock, address, introduction }: Arrival) {
    this.#room = room;
    this.#socket = new MemorySocket({
      send: (frame) => this.#hear(JSON.parse(frame)),
      close: (code) => {
        this.closed ??= code;
      },
      // Whoever is connected is alive.
      lastPing: () => clock.now(),
    });
    room.accept(this.#socket, address, introduction);
  }

  /** Sends commands, one after the other, and gives back what this socket is told since it was last asked. */
  send(...commands: CommandInput[]): RoomEvent[] {
    return this.sendRaw(...commands.map((command) => JSON.stringify(command)));
  }

  sendRaw(...frames: string[]): RoomEvent[] {
    for (const frame of frames) this.#room.hear(this.#socket, frame);
    return this.take();
  }

  /** Sends a command, and leaves what comes of it to be taken. */
  hand(command: CommandInput): void {
    this.#room.hear(this.#socket, JSON.stringify(command));
  }

  /** Says something under the next number, and gives back the message. */
  say(
    text: string,
    fields: { to?: string; re?: number; me?: boolean; files?: string[] } = {},
  ): EventOf<"message"> {
    return this.#only("message", this.send({ type: "say", cid: this.nextCid, text, ...fields }));
  }

  edit(id: number, text: string): RoomEvent[] {
    return this.send({ type: "edit", cid: this.nextCid, id, text });
  }

  remove(id: number): RoomEvent[] {
    return this.send({ type: "delete", cid: this.nextCid, id });
  }

  react(id: number, emoji: string, on?: boolean): RoomEvent[] {
    return this.send({ type: "react", cid: this.nextCid, id, emoji, ...(on !== undefined && { on }) });
  }

  history(range: { before?: number; after?: number; limit?: number } = {}): EventOf<"history"> {
    return this.#only("history", this.send({ type: "history", ...range }));
  }

  search(text: string, range: { before?: number; limit?: number } = {}): EventOf<"found"> {
    return this.#only("found", this.send({ type: "search", text, ...range }));
  }

  /** The connection breaks. */
  lose(): void {
    this.#room.lose(this.#socket);
  }

  /** What it was told since it was last asked. */
  take(): RoomEvent[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }

  get nextCid(): number {
    return this.#cid + 1;
  }

  #hear(events: RoomEvent[]): void {
    for (const event of events) {
      if (event.type === "welcome") this.#cid = event.sent;
      if (event.type === "stored") this.#cid = Math.max(this.#cid, event.cid);
      if (event.type === "error" && event.code === "internal") throw new Error("A rule broke: see the log.");
    }
    this.#told.push(...events);
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
  readonly bot?: boolean;
  readonly introduction?: Introduction;
}

/** Who calls by plain HTTP: somebody by name, or nobody in particular. */
export interface Call {
  readonly name?: string;
  readonly address?: string;
  readonly key?: string;
  readonly introduction?: Introduction;
}

/** A room in memory with everybody who is connected to it, under a clock that stands still. What it tells arrives at once. */
export class RoomWorld {
  readonly clock = new FakeClock();
  readonly settings: Settings;
  readonly #memory: MemoryRoom;

  /** An empty room, or one that another world has stored. */
  constructor(settings: Partial<Settings> = {}, database?: MemoryDatabase) {
    this.settings = { ...readSettings({}), ...ANY_DAY, ...settings };
    this.#memory = new MemoryRoom({
      ...{ clock: this.clock, settings: this.settings, secrets: readableSecrets(), database },
      // A beat is over at once; what is longer is waited for.
      later: (ms, run) => {
        if (ms > LONGEST_BEAT) return this.clock.setTimer(ms, run);
        run();
        return () => {};
      },
    });
  }

  get now(): number {
    return this.clock.now();
  }

  get room(): Room {
    return this.#memory.hub.room;
  }

  get store(): Store {
    return this.room.store;
  }

  get database(): MemoryDatabase {
    return this.#memory.database;
  }

  /** What the registry was told. */
  get reports(): readonly RoomReport[] {
    return this.#memory.reports;
  }

  /** The room is told how far the deployment's day is used up. */
  learn(used: Used): void {
    this.#memory.hub.learn(used);
  }

  /** The deployment's admin erases the room, or closes the door. */
  command(rule: (room: Room) => readonly Effect[]): void {
    this.#memory.hub.run(rule(this.room));
  }

  /** Before rooms are counted, a limiter says in how many ms a network may make one. */
  set roomWait(wait: number) {
    this.#memory.roomWait = wait;
  }

  /** From here on whoever counts rooms takes their time. */
  holdCounts(): void {
    this.#memory.counts = [];
  }

  /** Whoever counts rooms answers all that they were asked. Gives back how often that was. */
  answerCounts(): number {
    const answers = this.#memory.counts?.splice(0) ?? [];
    for (const answer of answers) answer();
    return answers.length;
  }

  /** When the room wants to be woken, as an alarm would have it. */
  get alarm(): number | undefined {
    return this.#memory.alarm;
  }

  /** A socket whose peer has not joined. */
  connect(address = "here", introduction: Introduction = {}): Peer {
    return new Peer(this.#memory, { clock: this.clock, address, introduction });
  }

  /** Somebody joins, or tries to. What they are told waits to be taken. */
  enter(name: string, { address, introduction, ...entrance }: Entrance = {}): Peer {
    const peer = this.connect(address, introduction);
    const join = { type: "join", nick: name, token: tokenOf(name), client: "one", ...entrance } as const;
    peer.hand(join);
    return peer;
  }

  /** Somebody joins, and has read their welcome. */
  join(name: string, entrance: Entrance = {}): Peer {
    const peer = this.enter(name, entrance);
    readWelcome(name, peer);
    return peer;
  }

  /** Somebody joins. Gives back their welcome. */
  welcome(name: string, entrance: Entrance = {}): EventOf<"welcome"> {
    return readWelcome(name, this.enter(name, entrance));
  }

  post(call: Call, letter: KeyedLetter) {
    const { hub } = this.#memory;
    hub.endHolds();
    const visitor = this.#visitor(call);
    const first = post(hub.room, visitor, letter);
    if (first === "count" && this.#memory.roomWait > 0) return madeInHaste(this.#memory.roomWait);
    const outcome = first === "count" ? post(hub.room, { ...visitor, counted: true }, letter) : first;
    if (outcome === "count") throw new Error("A room is counted once.");
    if ("refused" in outcome) return outcome;
    hub.run(outcome.effects);
    return outcome.receipt;
  }

  /** Something is posted to a hook. */
  deliver(delivery: Delivery, address = "elsewhere") {
    const outcome = deliver(this.room, { address }, delivery);
    if ("refused" in outcome) return outcome;
    this.#memory.hub.run(outcome.effects);
    return outcome.receipt;
  }

  /** Somebody uploads a file of so many bytes. Gives back its id, or why there is no place for it. */
  upload(call: Call, { size = 10, name = "shot.png" } = {}): string | Refusal {
    const berth = this.offer(call, { size, name });
    if ("refused" in berth) return berth;
    const settled = this.settle(berth.id, { arrived: true, size, type: "image/png" });
    return "refused" in settled ? settled : settled.id;
  }

  /** Somebody is about to upload a file. */
  offer(call: Call, { size, name = "shot.png" }: { size?: number | undefined; name?: string } = {}) {
    const outcome = offerFile(this.room, this.#visitor(call), { name, size, place: "object" });
    if ("refused" in outcome) return outcome;
    this.#memory.hub.run(outcome.effects);
    return outcome.berth;
  }

  /** The bytes of a file have come, or not. */
  settle(id: string, arrival: FileArrival) {
    const settled = settleFile(this.room, id, arrival);
    this.#memory.hub.tidy();
    this.#memory.hub.store();
    return settled;
  }

  findFile(id: string) {
    return findFile(this.room, id);
  }

  /** The files whose bytes were removed so far, by id. */
  get wiped(): readonly string[] {
    return this.#memory.wiped;
  }

  /** What was pushed since this was last asked: to which device, and what it is told. */
  takePushed(): [device: string, news: PushedNews][] {
    const pushed = this.#memory.pushed.splice(0);
    return pushed.map(({ subscription, news }) => [subscription.endpoint.split("/").at(-1) ?? "", news]);
  }

  /** What push services answer from now on, and to how many devices one invocation pushes. */
  pushesBy({ answer, most }: { answer?: (order: PushOrder) => PushOutcome; most?: number }): void {
    if (answer) this.#memory.answerPush = answer;
    if (most !== undefined) this.#memory.mostPushes = most;
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
    const never = Number.POSITIVE_INFINITY;
    const next = () => Math.min(this.alarm ?? never, this.clock.nextAt ?? never);
    for (let due = next(); due <= end; due = next()) {
      this.clock.advance(Math.max(0, due - this.now));
      this.#memory.ring();
    }
    this.clock.advance(end - this.now);
  }

  /** The server dies: what was not stored is lost, and every connection too. */
  crash(): void {
    this.#memory.crash();
  }

  /** The room's memory goes, while its sockets and what is attached to them stay. */
  hibernate(): void {
    this.#memory.hibernate();
  }

  #visitor({ name, address = "here", key, introduction: { admin, pass } = {} }: Call): Visitor {
    const anonymous = name === undefined;
    return { uid: anonymous ? `anonymous ${address}` : uidOf(name), anonymous, address, key, admin, pass };
  }
}

function readWelcome(name: string, peer: Peer): EventOf<"welcome"> {
  const [welcome] = peer.take();
  if (welcome?.type !== "welcome") throw new Error(`${name} got ${JSON.stringify(welcome)}.`);
  return welcome;
}
