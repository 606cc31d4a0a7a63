import type { Command, CommandOf } from "../../../src/protocol/command.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { isRefusal } from "../../../src/protocol/error.ts";
import type { DurableEvent, Message, RoomEvent } from "../../../src/protocol/event.ts";
import { parseCommand } from "../../../src/protocol/frame.ts";
import { uidOf } from "../token-of.ts";
import type { FarEnd } from "./memory-connection.ts";

interface Session {
  end: FarEnd;
  nick: string;
  uid: string;
  client: string;
}

export interface Refusing {
  code: ErrorCode;
  retryAfter?: number;
}

export interface ModelRoomOptions {
  /** Events in a welcome after a reconnect, and in a page of history. */
  page?: number;
  /** What it can do: nothing, by default. */
  features?: string[];
  now?(): number;
  /** Refuses a command that is otherwise right. */
  refuse?(command: Command): Refusing | undefined;
}

/**
 * An honest room, as small as clients can be tried against: it keeps its promises on order, numbers and replay. The real
 * one in memory (`memory-room.ts`), which the simulation tries clients against, cannot stand in for it: this one refuses
 * what a test picks, tells what a test makes up, has pages of three, and loses rows and numbers when a test wants it to,
 * where a room does so after days or thousands of messages.
 */
export class ModelRoom {
  epoch = 1;
  log: DurableEvent[] = [];
  cursor = 0;
  /** Every join, as it was asked. */
  readonly joins: CommandOf<"join">[] = [];
  readonly #options: ModelRoomOptions;
  #last = new Map<string, number>();
  /** Whose number each event has used up, by its id. */
  readonly #numbered = new Map<number, { name: string; cid: number }>();
  readonly #sessions = new Map<FarEnd, Session>();
  /** Who has joined and not left; whoever is merely cut off is held for good. */
  readonly #here = new Set<string>();

  constructor(options: ModelRoomOptions = {}) {
    this.#options = options;
  }

  readonly accept = (end: FarEnd): void => {
    end.onFrame = (text) => this.#receive(end, text);
    end.onClosed = () => this.#sessions.delete(end);
  };

  get messages(): Message[] {
    return this.log.filter((event) => event.type === "message");
  }

  /** Forgets the oldest events, and which numbers only they knew. */
  prune(keep: number): void {
    this.log = this.log.slice(-keep);
  }

  forgetNumbers(): void {
    this.#last.clear();
  }

  /** The process starts anew, and knows of numbers only what its rows tell. */
  restart(): void {
    this.crash();
    this.#last.clear();
    for (const { id } of this.log) {
      const numbered = this.#numbered.get(id);
      if (numbered !== undefined) this.#last.set(numbered.name, numbered.cid);
    }
  }

  /** Erased, and begun anew. */
  erase(): void {
    this.epoch += 1;
    this.log = [];
    this.cursor = 0;
    this.#last.clear();
  }

  /** The process died; the connections are cut by the network. */
  crash(): void {
    this.#sessions.clear();
  }

  /** Somebody without a socket says something. */
  post(text: string, nick = "ci"): void {
    this.#append({ type: "message", ...this.#stamp(), nick, uid: uidOf(nick), text });
  }

  /** Sends to everybody who is in. */
  tell(...events: RoomEvent[]): void {
    for (const { end } of this.#sessions.values()) send(end, ...events);
  }

  #receive(end: FarEnd, text: string) {
    if (text === "ping") return end.send("pong");
    const command = parseCommand(text);
    if (isRefusal(command)) return refuse(end, command, { code: command.refused });
    const refusing = this.#options.refuse?.(command);
    if (refusing !== undefined) return refuse(end, command, refusing);
    const session = this.#sessions.get(end);
    if (command.type === "join") this.#join(end, command);
    else if (session === undefined) refuse(end, command, { code: "not_joined" });
    else this.#handle(session, command);
  }

  #join(end: FarEnd, command: CommandOf<"join">): void {
    const { nick, token = "", client = "", after, epoch } = command;
    this.joins.push(command);
    const uid = token.slice(0, 12);
    for (const [old, other] of this.#sessions) {
      if (other.uid !== uid || other.client !== client) continue;
      this.#sessions.delete(old);
      old.close(4001);
    }
    const role = "member";
    if (!this.#here.has(uid)) this.tell({ type: "joined", nick, uid, role, at: this.#at() });
    this.#here.add(uid);
    this.#sessions.set(end, { end, nick, uid, client });
    const page = this.#options.page ?? 500;
    const resumes = after !== undefined && epoch === this.epoch && after <= this.cursor;
    const missed = resumes ? this.log.filter(({ id }) => id > after) : this.messages;
    const taken = resumes && this.log[0] !== undefined && this.log[0].id > after + 1;
    send(end, {
      type: "welcome",
      protocol: 1,
      room: "lobby",
      epoch: this.epoch,
      you: { nick, uid, role: "member" },
      members: [...this.#sessions.values()].map((each) => ({
        nick: each.nick,
        uid: each.uid,
        role: "member",
      })),
      topic: "",
      locked: false,
      slow: 0,
      seen: 0,
      features: this.#options.features ?? [],
      cursor: this.cursor,
      sent: this.#last.get(`${uid} ${client}`) ?? 0,
      events: missed.slice(-page),
      gap: (after !== undefined && !resumes) || taken || (resumes && missed.length > page),
      limits: { nick: [3, 10], text: 4_000, frame: 16_384, burst: 10, perSecond: 5 },
      at: this.#at(),
    });
  }

  #handle(session: Session, command: Exclude<Command, { type: "join" }>) {
    const { end } = session;
    switch (command.type) {
      case "say":
      case "edit":
      case "delete":
      case "react":
        return this.#store(session, command);
      case "leave":
        this.#sessions.delete(end);
        this.#left(session);
        return end.close(1000, "left");
      case "history": {
        const { cid, before = Number.POSITIVE_INFINITY, after, limit } = command;
        const most = Math.min(limit, this.#options.page ?? 200);
        const found =
          after === undefined
            ? this.messages.filter(({ id }) => id < before)
            : this.log.filter(({ id }) => id > after);
        const events = after === undefined ? found.slice(-most) : found.slice(0, most);
        return send(end, {
          type: "history",
          events,
          more: events.length < found.length,
          ...(cid !== undefined && { cid }),
        });
      }
      default:
        return;
    }
  }

  #left({ nick, uid }: Session) {
    if ([...this.#sessions.values()].some((other) => other.uid === uid)) return;
    this.#here.delete(uid);
    this.tell({ type: "left", nick, uid, why: "left", at: this.#at() });
  }

  #store(session: Session, command: CommandOf<"say" | "edit" | "delete" | "react">) {
    const { end, nick, uid, client } = session;
    const name = `${uid} ${client}`;
    const last = this.#last.get(name) ?? 0;
    if (command.cid <= last) return send(end, { type: "stored", cid: command.cid });
    if (command.cid > last + 1) return refuse(end, command, { code: "out_of_order" });
    this.#last.set(name, command.cid);
    const { cid } = command;
    this.#numbered.set(this.cursor + 1, { name, cid });
    const by = { ...this.#stamp(), by: nick, byUid: uid };
    if (command.type === "say") {
      const { text } = command;
      this.#append({ type: "message", id: by.id, at: by.at, nick, uid, text }, { end, cid });
    } else if (command.type === "edit") {
      this.#append({ type: "edited", ...by, target: command.id, text: command.text }, { end, cid });
    } else if (command.type === "react") {
      const { id: target, emoji, on } = command;
      this.#append({ type: "reacted", ...by, target, emoji, on, count: on ? 1 : 0 }, { end, cid });
    } else {
      this.#append({ type: "deleted", ...by, target: command.id }, { end, cid });
    }
  }

  #append(event: DurableEvent, sender?: { end: FarEnd; cid: number }): void {
    this.log.push(event);
    for (const end of this.#sessions.keys()) {
      if (end === sender?.end) send(end, { type: "stored", cid: sender.cid, id: event.id }, event);
      else send(end, event);
    }
  }

  #stamp(): { id: number; at: number } {
    return { id: ++this.cursor, at: this.#at() };
  }

  #at(): number {
    return this.#options.now?.() ?? 0;
  }
}

function send(end: FarEnd, ...events: RoomEvent[]): void {
  end.send(JSON.stringify(events));
}

function refuse(end: FarEnd, command: object, { code, retryAfter }: Refusing): void {
  const { type, of = type, cid } = command as { type?: string; of?: string; cid?: number };
  send(end, {
    type: "error",
    code,
    message: code,
    ...(of !== undefined && { of }),
    ...(cid !== undefined && { cid }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}
