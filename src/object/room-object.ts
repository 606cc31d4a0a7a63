import { DurableObject } from "cloudflare:workers";
import type { Range } from "../protocol/http.ts";
import { SUBPROTOCOL } from "../protocol/limits.ts";
import { type KeyedLetter, post } from "../room/http/post.ts";
import { listMembers, readMessages, summarize } from "../room/http/read.ts";
import type { Visitor } from "../room/rules/access.ts";
import { AttemptLimit } from "../room/state/attempt-limit.ts";
import { UNKNOWN_ADDRESS } from "../room/state/bans.ts";
import { Room } from "../room/state/room.ts";
import { RoomClock } from "../room/state/room-clock.ts";
import { readSettings } from "../settings/settings.ts";
import { Alarm } from "./alarm.ts";
import { Hub } from "./hub.ts";
import { secrets } from "./secrets.ts";
import { networkOf } from "./sockets/network.ts";
import type { Peer } from "./sockets/peer.ts";
import { attachedState, PlatformSocket } from "./sockets/platform-socket.ts";
import { SqlStore } from "./store/sql-store.ts";
import { SystemTime } from "./system-time.ts";

/** Who calls by plain HTTP, as the request tells. */
export interface Caller {
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly address: string | undefined;
}

/** Salts what all rooms are to know a network by. It is kept with a socket, in memory. */
const SHARED = "all rooms";

/** Wrong admin tokens at all rooms that run here: whoever guesses at one may do so at any room. */
const wrongAdmins = new AttemptLimit();

/** One room as a Durable Object: what is Cloudflare's about it, and nothing else. */
export class RoomObject extends DurableObject<Env> {
  readonly #peers = new Map<WebSocket, Peer>();
  readonly #time: SystemTime;
  readonly #clock: RoomClock;
  readonly #alarm: Alarm;
  readonly #hub: Hub;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    const time = new SystemTime(ctx.storage.sql);
    this.#time = time;
    this.#clock = new RoomClock(() => time.now());
    this.#alarm = new Alarm(ctx.storage);
    this.#hub = new Hub({
      clock: this.#clock,
      later: (milliseconds, run) =>
        setTimeout(() => {
          time.beginTurn();
          run();
        }, milliseconds),
      open: () => this.#open(),
      ringBy: (at) => this.#alarm.ringBy(at),
      erase: () => this.#erase(),
      abort: (reason) => ctx.abort(reason),
    });
    void ctx.blockConcurrencyWhile(async () => {
      await this.#alarm.load();
      this.#restore();
      if (this.#alarm.isLate(this.#clock.wall())) this.#hub.forgive();
    });
  }

  /** Takes a WebSocket. The Worker has checked the request. */
  override fetch(request: Request): Response {
    this.#time.beginTurn();
    const told = request.headers.get("CF-Connecting-IP") ?? undefined;
    const address = this.#addressOf(told);
    const network = networkOf(told);
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    this.#peers.set(
      server,
      this.#hub.accept(
        new PlatformSocket(this.ctx, server),
        address,
        network && secrets.hash(network, SHARED),
      ),
    );
    const offered = request.headers.has("Sec-WebSocket-Protocol");
    const headers: HeadersInit = offered ? { "Sec-WebSocket-Protocol": SUBPROTOCOL } : {};
    return new Response(null, { status: 101, webSocket: client, headers });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#time.beginTurn();
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
    this.#time.beginTurn();
    if (this.#alarm.isLate(this.#clock.wall())) this.#hub.forgive();
    this.#alarm.clear();
    this.#hub.wake();
  }

  /** `GET /api/rooms/{room}` */
  summary(caller: Caller) {
    return summarize(this.#stored, this.#visitor(caller));
  }

  /** `GET /api/rooms/{room}/members` */
  members(caller: Caller) {
    return listMembers(this.#stored, this.#visitor(caller));
  }

  /** `GET /api/rooms/{room}/messages` */
  messages(caller: Caller, range: Range) {
    return readMessages(this.#stored, this.#visitor(caller), range);
  }

  /** `POST /api/rooms/{room}/messages` */
  post(caller: Caller, letter: KeyedLetter) {
    this.#time.beginTurn();
    this.#hub.endHolds();
    const outcome = post(this.#hub.room, this.#visitor(caller), letter);
    if ("refused" in outcome) return outcome;
    this.#hub.run(outcome.effects);
    // The answer says that it is stored, and it may be on its way before the beat.
    this.#hub.store();
    return outcome.receipt;
  }

  /** The room, with all on disk that an answer may tell of: it does not wait for the beat. */
  get #stored(): Room {
    this.#time.beginTurn();
    this.#hub.endHolds();
    this.#hub.store();
    return this.#hub.room;
  }

  #restore(): void {
    const sockets = this.ctx.getWebSockets().flatMap((socket) => {
      const state = attachedState(socket);
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
    const store = new SqlStore(this.ctx.storage, settings.historyMessages);
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
    this.#time.beginTurn();
    const peer = this.#peers.get(socket);
    if (!peer) return;
    this.#peers.delete(socket);
    this.#hub.lose(peer);
  }

  #erase(): void {
    this.#alarm.clear();
    void this.ctx.storage.deleteAlarm();
    void this.ctx.storage.deleteAll();
  }

  /** A caller without a token is known by their network address alone. */
  #visitor({ token, key, address }: Caller): Visitor {
    const hashed = this.#addressOf(address);
    const uid = secrets.uidOf(token ?? `anonymous ${hashed}`);
    return { uid, anonymous: token === undefined, address: hashed, key };
  }

  /** A network address as the room knows it. */
  #addressOf(address: string | undefined): string {
    const network = networkOf(address);
    return network === undefined ? UNKNOWN_ADDRESS : secrets.hash(network, this.ctx.id.toString());
  }
}
