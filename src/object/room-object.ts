import { DurableObject } from "cloudflare:workers";
import { CLOSE, type CloseCode } from "../protocol/close-code.ts";
import { refuse } from "../protocol/error.ts";
import { LIMITS, SUBPROTOCOL } from "../protocol/limits.ts";
import { dismiss } from "../room/dismiss.ts";
import type { Effect } from "../room/effect.ts";
import { handle, handleRefusal } from "../room/handle.ts";
import { drop } from "../room/leave.ts";
import type { Range } from "../room/look-back.ts";
import { type Letter, post } from "../room/post.ts";
import { listMembers, readMessages, summarize } from "../room/read.ts";
import { Room } from "../room/room.ts";
import { isJoined, JOIN_DEADLINE, type Session, type SessionState } from "../room/session.ts";
import { tick, wakeUp } from "../room/tick.ts";
import { readSettings } from "../settings.ts";
import { Alarm } from "./alarm.ts";
import { Connection } from "./connection.ts";
import { log } from "./log.ts";
import { networkOf } from "./network.ts";
import { Outbox } from "./outbox.ts";
import { secrets } from "./secrets.ts";
import { SqlStore } from "./sql-store.ts";
import { type Caller, visitorOf } from "./visitor.ts";

/** Milliseconds between two looks for dead peers while the room is awake. */
const SWEEP_INTERVAL = 15_000;

/** Sockets that may wait without having joined, from one network address and in all. */
const WAITING = { perAddress: 200, inAll: 5_000 };

/**
 * One room as a Durable Object: it takes sockets, hands what they say to the
 * rules, and does what the rules want done. Everything happens within one turn
 * of the event loop, so nothing comes between a check and its consequence.
 */
export class RoomObject extends DurableObject<Env> {
  readonly #connections = new Map<WebSocket, Connection>();
  readonly #bySession = new Map<Session, Connection>();
  readonly #alarm: Alarm;
  readonly #outbox: Outbox;
  /** Connections whose attachment may be behind. */
  readonly #unsaved = new Set<Connection>();
  #store: SqlStore;
  #room: Room;
  #lastSweep = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.#alarm = new Alarm(ctx.storage);
    this.#outbox = new Outbox({
      now: Date.now,
      store: () => this.#save(),
      later: (milliseconds, run) => setTimeout(run, milliseconds),
      recipient: (session) => this.#bySession.get(session),
    });
    [this.#store, this.#room] = this.#open();
    void ctx.blockConcurrencyWhile(async () => {
      await this.#alarm.load();
      this.#restore();
    });
  }

  #open(): [SqlStore, Room] {
    const settings = readSettings(this.env);
    const store = new SqlStore(this.ctx.storage, settings.historyMessages);
    const name = this.ctx.id.name ?? "";
    const room = new Room({ name, salt: this.ctx.id.toString(), store, settings, secrets, clock: Date.now });
    return [store, room];
  }

  /** Takes up the sockets that were here before hibernation, and holds whoever has none left. */
  #restore(): void {
    const now = Date.now();
    for (const socket of this.ctx.getWebSockets()) {
      const state: SessionState | null = socket.deserializeAttachment();
      if (socket.readyState !== WebSocket.OPEN || !state || state.state === "gone") continue;
      const { session } = this.#connect(socket, state, state.since);
      if (!isJoined(session)) continue;
      const person = this.#room.people.get(session.state.uid);
      if (person) this.#room.people.attach(person, session);
      this.#run([{ type: "admit", session }]);
    }
    this.#lastSweep = now;
    this.#run(wakeUp(this.#room));
  }

  /** Takes a WebSocket. The Worker has checked the request. */
  override fetch(request: Request): Response {
    const address = this.#hash(request.headers.get("CF-Connecting-IP"));
    const waiting = [...this.#bySession.keys()].filter(({ state }) => state.state === "waiting");
    const near = waiting.filter(({ state }) => state.state === "waiting" && state.address === address);
    if (waiting.length >= WAITING.inAll || near.length >= WAITING.perAddress) {
      return new Response(null, { status: 429, headers: { "Retry-After": "60" } });
    }
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const now = Date.now();
    this.#connect(server, { state: "waiting", address, since: now, failures: 0 }, now).save();
    this.#alarm.ringBy(now + JOIN_DEADLINE);
    const offered = request.headers.has("Sec-WebSocket-Protocol");
    return new Response(null, {
      status: 101,
      webSocket: client,
      ...(offered && { headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL } }),
    });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const connection = this.#connections.get(socket);
    if (!connection || connection.session.state.state === "gone") return;
    const { session } = connection;
    connection.seen(Date.now());
    if (sizeOf(message) > LIMITS.frame) {
      this.#cut(session, CLOSE.tooBig, "frame too big");
      return;
    }
    this.#guard(session, () =>
      typeof message === "string"
        ? handle(this.#room, session, message)
        : handleRefusal(this.#room, session, refuse("bad_frame", "Frames are text, not binary.")),
    );
    this.#sweep();
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#connections.get(socket)?.answerClose(code);
    this.#lose(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#lose(socket);
  }

  override alarm(): void {
    this.#alarm.clear();
    this.#lastSweep = 0;
    this.#sweep();
    this.#run(tick(this.#room));
    for (const { state } of this.#bySession.keys()) {
      if (state.state === "waiting") this.#alarm.ringBy(state.since + JOIN_DEADLINE);
    }
  }

  /** `GET /api/rooms/{room}` */
  summary(caller: Caller) {
    return summarize(this.#room, this.#visitor(caller));
  }

  /** `GET /api/rooms/{room}/members` */
  members(caller: Caller) {
    return listMembers(this.#room, this.#visitor(caller));
  }

  /** `GET /api/rooms/{room}/messages` */
  messages(caller: Caller, range: Range) {
    return readMessages(this.#room, this.#visitor(caller), range);
  }

  /** `POST /api/rooms/{room}/messages` */
  post(caller: Caller, letter: Letter) {
    const outcome = post(this.#room, this.#visitor(caller), letter);
    if ("refused" in outcome) return outcome;
    this.#run(outcome.effects);
    this.#save();
    return outcome.posted;
  }

  #visitor(caller: Caller) {
    return visitorOf(caller, (address) => this.#hash(address));
  }

  /** A network address as the room knows it. */
  #hash(address: string | null | undefined): string {
    return secrets.hash(networkOf(address ?? "unknown"), this.ctx.id.toString());
  }

  #connect(socket: WebSocket, state: SessionState, seen: number): Connection {
    const connection = new Connection(this.ctx, { socket, state, seen });
    this.#connections.set(socket, connection);
    this.#bySession.set(connection.session, connection);
    return connection;
  }

  /** Closes a socket that broke a bound. Its person is held, unless they have another. */
  #cut(session: Session, code: CloseCode, reason: string): void {
    const held = drop(this.#room, session);
    this.#run([dismiss(session, code, reason), ...held]);
  }

  #lose(socket: WebSocket): void {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    this.#connections.delete(socket);
    this.#bySession.delete(connection.session);
    this.#unsaved.delete(connection);
    this.#outbox.forget(connection);
    this.#run(drop(this.#room, connection.session));
  }

  /** Runs a rule. A bug in one is logged, and costs nobody the connection. */
  #guard(session: Session, rule: () => readonly Effect[]): void {
    const connection = this.#bySession.get(session);
    if (connection) this.#unsaved.add(connection);
    try {
      this.#run(rule());
    } catch (error) {
      log("error", { room: this.#room.name, error });
      this.#run(handleRefusal(this.#room, session, refuse("internal")));
    }
  }

  /** Does what the rules want done, and then sends what is to be sent. */
  #run(effects: readonly Effect[]): void {
    for (const effect of effects) this.#do(effect);
    this.#outbox.settle();
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case "tell":
        this.#outbox.tell(effect.to, effect.event);
        break;
      case "admit": {
        const connection = this.#bySession.get(effect.session);
        if (connection && isJoined(effect.session)) this.#outbox.admit(connection, effect.session.state.uid);
        break;
      }
      case "close": {
        const connection = this.#bySession.get(effect.session);
        if (connection) this.#outbox.close(connection, effect.code, effect.reason);
        break;
      }
      case "wake":
        this.#alarm.ringBy(effect.at);
        break;
      case "erase":
        this.#erase();
        break;
      default:
        effect satisfies never;
    }
  }

  /** Nothing leaves before it is stored; and a session's state is stored with what it counts. */
  #save(): void {
    this.#store.log.commit();
    for (const connection of this.#unsaved) connection.save();
    this.#unsaved.clear();
  }

  #erase(): void {
    this.#alarm.clear();
    void this.ctx.storage.deleteAlarm();
    void this.ctx.storage.deleteAll();
    [this.#store, this.#room] = this.#open();
  }

  /** Ends the sockets of peers that are gone, that read nothing, or that never joined. */
  #sweep(): void {
    const now = Date.now();
    if (now - this.#lastSweep < SWEEP_INTERVAL) return;
    this.#lastSweep = now;
    for (const [session, connection] of this.#bySession) {
      const { state } = session;
      const late = state.state === "waiting" && now >= state.since + JOIN_DEADLINE;
      if (late) this.#cut(session, CLOSE.tooSlow, "no join");
      else if (connection.isDead(now)) this.#cut(session, CLOSE.tooSlow, "no ping");
      if (state.state === "gone") this.#bySession.delete(session);
    }
  }
}

/** Bytes of a message (UTF-8). */
function sizeOf(message: string | ArrayBuffer): number {
  return typeof message === "string" ? Buffer.byteLength(message) : message.byteLength;
}
