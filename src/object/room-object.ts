import { DurableObject } from "cloudflare:workers";
import type { Refusal } from "../protocol/error.ts";
import type { SharedFile } from "../protocol/event.ts";
import type { Range } from "../protocol/http.ts";
import type { Receipt } from "../protocol/http-answer.ts";
import { SUBPROTOCOL } from "../protocol/limits.ts";
import { type Delivery, deliver, type HookReceipt } from "../room/http/deliver.ts";
import { type KeyedLetter, post } from "../room/http/post.ts";
import { findFile, listMembers, type ReadableFile, readMessages, summarize } from "../room/http/read.ts";
import {
  type Berth,
  type FileArrival,
  type Offer,
  offerFile,
  settleFile,
  withdrawFile,
} from "../room/http/upload.ts";
import { REGISTRY_NAME, type RoomReport, type Used } from "../room/report.ts";
import { closeDoor, end } from "../room/rules/end.ts";
import { madeInHaste } from "../room/rules/make.ts";
import { AttemptLimit } from "../room/state/attempt-limit.ts";
import { Room } from "../room/state/room.ts";
import { RoomClock } from "../room/state/room-clock.ts";
import { readSettings } from "../settings/settings.ts";
import { Alarm } from "./alarm.ts";
import { type Caller, Callers, sharedNetwork } from "./callers.ts";
import { bytesAt, placesIn } from "./files/places.ts";
import { Wiper } from "./files/wiper.ts";
import { Hub } from "./hub.ts";
import { count } from "./limiter.ts";
import { log } from "./log.ts";
import { outwards } from "./push/outwards.ts";
import { Pusher } from "./push/pusher.ts";
import { secrets } from "./secrets.ts";
import type { Peer } from "./sockets/peer.ts";
import { attachedState, PlatformSocket } from "./sockets/platform-socket.ts";
import { SqlStore } from "./store/sql-store.ts";
import { SystemTime } from "./system-time.ts";

/** Wrong admin tokens at all rooms that run here: whoever guesses at one may do so at any room. */
const wrongAdmins = new AttemptLimit();

/** Milliseconds after which the room looks whether the bytes of files that are gone have been removed. */
const WIPED_WITHIN = 60_000;

/** One room as a Durable Object: what is Cloudflare's about it, and nothing else. */
export class RoomObject extends DurableObject<Env> {
  readonly #peers = new WeakMap<WebSocket, Peer>();
  readonly #time: SystemTime;
  readonly #clock: RoomClock;
  readonly #alarm: Alarm;
  readonly #callers: Callers;
  readonly #hub: Hub;
  readonly #wiper: Wiper;
  readonly #pusher: Pusher;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    const time = new SystemTime(ctx.storage.sql);
    this.#time = time;
    this.#clock = new RoomClock(() => time.now());
    this.#alarm = new Alarm(ctx.storage);
    this.#callers = new Callers(ctx.id.toString());
    this.#hub = new Hub({
      clock: this.#clock,
      later: (milliseconds, run) => {
        const timer = setTimeout(() => {
          time.beginTurn();
          run();
        }, milliseconds);
        return () => clearTimeout(timer);
      },
      open: () => this.#open(),
      ringBy: (at) => this.#alarm.ringBy(at),
      push: () => this.#push(),
      erase: (made, shelf) => this.#erase(made, shelf),
      wipe: () => this.#wipe(),
      countRoom: (network, then) =>
        void this.#countRoom(network).then((wait) => {
          time.beginTurn();
          then(wait);
        }),
      report: (report) => this.#report(report),
      abort: (reason) => ctx.abort(reason),
    });
    this.#wiper = new Wiper({
      sql: ctx.storage.sql,
      places: placesIn(env),
      bytesAt: (place) => bytesAt(place, env),
      room: () => this.#hub.room,
      store: () => this.#hub.store(),
      ringIn: (milliseconds) => this.#alarm.ringBy(this.#clock.wall() + milliseconds),
      forgetAll: () => {
        if (!this.#hub.room.profile) void ctx.storage.deleteAll();
      },
    });
    this.#pusher = new Pusher({
      room: () => this.#hub.room,
      store: () => this.#hub.store(),
      run: (effects) => this.#hub.run(effects),
      ringBy: (at) => this.#alarm.ringBy(at),
      beginTurn: () => time.beginTurn(),
      keys: async () => await env.REGISTRY.getByName(REGISTRY_NAME).vapidKeys(),
      contact: readSettings(env).pushContact,
      fetch: (endpoint, init) => outwards(env, endpoint).fetch(endpoint, init),
    });
    void ctx.blockConcurrencyWhile(async () => {
      await this.#alarm.load();
      this.#restore();
      if (this.#alarm.isLate(this.#clock.wall())) this.#hub.forgive();
    });
  }

  /** Takes a WebSocket. The Worker has checked the request. */
  override fetch(request: Request): Response {
    this.#begin();
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    this.#peers.set(
      server,
      this.#hub.accept(new PlatformSocket(this.ctx, server), this.#callers.connecting(request)),
    );
    const offered = request.headers.has("Sec-WebSocket-Protocol");
    const headers: HeadersInit = offered ? { "Sec-WebSocket-Protocol": SUBPROTOCOL } : {};
    return new Response(null, { status: 101, webSocket: client, headers });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#begin();
    const peer = this.#peers.get(socket);
    if (peer) this.#hub.receive(peer, message);
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    new PlatformSocket(this.ctx, socket).close(code, reason);
    this.#lose(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#lose(socket);
  }

  override alarm(): void {
    this.#begin();
    if (this.#alarm.isLate(this.#clock.wall())) this.#hub.forgive();
    this.#alarm.clear();
    this.#hub.wake();
    if (this.#wiper.hasLeftovers) this.#wipe();
  }

  /** `GET /api/rooms/{room}` */
  summary(caller: Caller) {
    return summarize(this.#storedFor(caller), this.#callers.visitor(caller));
  }

  /** `GET /api/rooms/{room}/members` */
  members(caller: Caller) {
    return listMembers(this.#storedFor(caller), this.#callers.visitor(caller));
  }

  /** `GET /api/rooms/{room}/messages` */
  messages(caller: Caller, range: Range) {
    return readMessages(this.#storedFor(caller), this.#callers.visitor(caller), range);
  }

  /** `POST /api/rooms/{room}/messages` */
  async post(caller: Caller, letter: KeyedLetter): Promise<Receipt | Refusal> {
    this.#greet(caller);
    const visitor = this.#callers.visitor(caller);
    const first = post(this.#hub.room, visitor, letter);
    if (first !== "count") return this.#posted(first);
    const wait = await this.#countRoom(sharedNetwork(caller.address) ?? "unknown");
    this.#time.beginTurn();
    // Somebody else may have made it meanwhile.
    if (wait > 0 && !this.#hub.room.profile) return madeInHaste(wait);
    return this.#posted(post(this.#hub.room, { ...visitor, counted: true }, letter));
  }

  /** `POST /api/rooms/{room}/hooks/{id}`; undefined where nothing was to be said. */
  deliver(caller: Caller, delivery: Delivery): HookReceipt | undefined | Refusal {
    this.#greet(caller);
    const outcome = deliver(this.#hub.room, this.#callers.visitor(caller), delivery);
    if ("refused" in outcome) return outcome;
    this.#hub.run(outcome.effects);
    this.#hub.store();
    return outcome.receipt;
  }

  /** `POST /api/rooms/{room}/files`, before the bytes come. */
  offerFile(caller: Caller, { name, size }: Omit<Offer, "place">): Berth | Refusal {
    this.#greet(caller);
    const [place] = placesIn(this.env);
    const outcome = offerFile(this.#hub.room, this.#callers.visitor(caller), { name, size, place });
    if ("refused" in outcome) return outcome;
    this.#hub.run(outcome.effects);
    this.#hub.store();
    return outcome.berth;
  }

  /** … and once they have come, or not. `rows` were written for them elsewhere. */
  settleFile(id: string, arrival: FileArrival, rows: number): SharedFile | Refusal {
    this.#begin();
    const settled = settleFile(this.#hub.room, id, arrival);
    this.#hub.room.store.written.add(rows);
    this.#hub.tidy();
    this.#hub.store();
    return settled;
  }

  /** `DELETE /api/rooms/{room}/files/{id}` */
  withdrawFile(caller: Caller, id: string): Refusal | undefined {
    this.#greet(caller);
    const refusal = withdrawFile(this.#hub.room, this.#callers.visitor(caller), id);
    this.#hub.tidy();
    this.#hub.store();
    return refusal;
  }

  /** `GET /api/rooms/{room}/files/{id}/{name}` */
  file(id: string): ReadableFile | Refusal {
    this.#begin();
    return findFile(this.#hub.room, id);
  }

  /** Erases the room, as the deployment's admin wants. */
  end(): void {
    this.#begin();
    this.#hub.run(end(this.#hub.room));
  }

  /** Closes all sockets: the deployment's door is closed. */
  closeDoor(stay: "nobody" | "admins"): void {
    this.#begin();
    this.#hub.run(closeDoor(this.#hub.room, stay));
  }

  /** Is told how far the deployment's day is used up. */
  used(used: Used): void {
    this.#begin();
    this.#hub.learn(used);
  }

  #posted(outcome: ReturnType<typeof post>): Receipt | Refusal {
    if (outcome === "count") throw new Error("A room is counted once.");
    if ("refused" in outcome) return outcome;
    this.#hub.run(outcome.effects);
    // The answer says that it is stored, and it may be on its way before the beat.
    this.#hub.store();
    return outcome.receipt;
  }

  /** The room, with all on disk that an answer may tell of: it does not wait for the beat. */
  #storedFor(caller: Caller): Room {
    this.#greet(caller);
    this.#hub.store();
    return this.#hub.room;
  }

  /** An invocation of its own begins: something comes from outside. */
  #begin(): void {
    this.#time.beginTurn();
    this.#pusher.renew();
  }

  #push(): void {
    const { name } = this.#hub.room;
    this.ctx.waitUntil(this.#pusher.push().catch((error: unknown) => log("error", { room: name, error })));
  }

  /** Somebody calls by plain HTTP: what is due comes first. */
  #greet({ introduction }: Caller): void {
    this.#begin();
    this.#hub.endHolds();
    if (introduction.used) this.#hub.learn(introduction.used);
  }

  async #countRoom(network: string): Promise<number> {
    try {
      return this.env.ROOMS_MADE ? await count(this.env.ROOMS_MADE, network) : 0;
    } catch (error) {
      // Whoever counts is no reason to make nothing.
      log("error", { room: this.#hub.room.name, error });
      return 0;
    }
  }

  #report(report: RoomReport): void {
    const told = this.#registry?.report(report).then((used) => this.used(used));
    // It is told again with the next rows.
    if (told) this.ctx.waitUntil(told.catch(() => {}));
  }

  get #registry() {
    return this.env.REGISTRY?.getByName(REGISTRY_NAME);
  }

  #restore(): void {
    const sockets = this.ctx.getWebSockets().flatMap((socket) => {
      const state = socket.readyState === WebSocket.OPEN ? attachedState(socket) : undefined;
      return state ? [{ socket, state }] : [];
    });
    const restored = this.#hub.restore(
      sockets.map(({ socket, state }) => [new PlatformSocket(this.ctx, socket), state] as const),
    );
    for (const [index, peer] of restored.entries()) {
      const socket = sockets[index]?.socket;
      if (socket) this.#peers.set(socket, peer);
    }
  }

  #open(): Room {
    const settings = readSettings(this.env);
    const store = new SqlStore(this.ctx.storage, settings.historyMessages, () => this.#clock.wall());
    this.#alarm.rows = store.written;
    const { id } = this.ctx;
    return new Room({
      name: id.name ?? "",
      salt: id.toString(),
      store,
      settings,
      secrets,
      clock: this.#clock,
      wrongAdmins,
    });
  }

  #lose(socket: WebSocket): void {
    this.#begin();
    const peer = this.#peers.get(socket) ?? this.#lastOf(socket);
    if (!peer) return;
    this.#peers.set(socket, peer);
    this.#hub.lose(peer);
  }

  /** A socket that was closed while the room slept is not among those that are restored; what it has kept counts. */
  #lastOf(socket: WebSocket): Peer | undefined {
    const state = attachedState(socket);
    return state && this.#hub.take(new PlatformSocket(this.ctx, socket), state);
  }

  #erase(made: number | undefined, shelf: string | undefined): void {
    this.#alarm.clear();
    void this.ctx.storage.deleteAlarm();
    void this.ctx.storage.deleteAll();
    if (shelf !== undefined) {
      this.#wiper.leave(shelf);
      this.#wipe();
    }
    const { name } = this.ctx.id;
    const forgotten = name === undefined ? undefined : this.#registry?.forget(name, made);
    if (forgotten) this.ctx.waitUntil(forgotten.catch(() => {}));
  }

  /** It rings again where that fails, and where it is interrupted. */
  #wipe(): void {
    this.#alarm.ringBy(this.#clock.wall() + WIPED_WITHIN);
    this.ctx.waitUntil(this.#wiper.wipe());
  }
}
