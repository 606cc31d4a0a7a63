import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { onTestFinished, vi } from "vitest";
import { system } from "../../src/object/system-time.ts";
import type { CommandInput } from "../../src/protocol/command.ts";
import type { Welcome } from "../../src/protocol/event.ts";
import { tokenOf } from "../support/token-of.ts";
import { Wire, type WireSocket } from "../support/wire.ts";

let count = 0;

export type JoinFields = Partial<Omit<Extract<CommandInput, { type: "join" }>, "type">>;

/** Somebody in the room: their wire, and what they were welcomed with. */
export interface Guest {
  readonly wire: Wire;
  readonly welcome: Welcome;
}

/** A room that nobody else uses, reached from a network address of its own, through the Worker as it is. */
export class Site {
  readonly name: string;
  readonly address: string;

  constructor() {
    count++;
    this.name = `room-${count}`;
    this.address = `10.0.${count >> 8}.${count & 255}`;
  }

  /** A fresh one, for an instance that ends breaks its own. */
  get stub() {
    return env.ROOM.getByName(this.name);
  }

  /** Plain HTTP: `path` follows the room's own. */
  fetch(path = "", init: RequestInit = {}): Promise<Response> {
    const headers = { "CF-Connecting-IP": this.address, ...init.headers };
    return exports.default.fetch(`http://papo.test/api/rooms/${this.name}${path}`, { ...init, headers });
  }

  /** Asks for a socket. */
  upgrade(headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch("/socket", { headers: { Upgrade: "websocket", ...headers } });
  }

  /** A socket that has not joined. */
  async connect(headers: Record<string, string> = {}): Promise<Wire> {
    const { webSocket, status } = await this.upgrade(headers);
    if (!webSocket) throw new Error(`No socket, but ${status}`);
    const wire = new Wire(webSocket as unknown as WireSocket);
    webSocket.accept();
    return wire;
  }

  /** Somebody joins under a nickname, with a token and a client that follow from it. */
  async join(nick: string, fields: JoinFields = {}): Promise<Guest> {
    const wire = await this.connect();
    wire.send({ type: "join", nick, token: tokenOf(nick), client: "one", ...fields });
    return { wire, welcome: await wire.next("welcome") };
  }

  /** The instance goes, its sockets stay: what is in memory only is lost. */
  hibernate(): Promise<void> {
    return evictDurableObject(this.stub, { webSockets: "hibernate" });
  }

  /** The instance goes, and its sockets with it, as in a crash or a deploy. */
  lose(): Promise<void> {
    return evictDurableObject(this.stub, { webSockets: "close" });
  }

  /** Has the alarm ring now. Tells whether one was set. */
  ring(): Promise<boolean> {
    return runDurableObjectAlarm(this.stub);
  }

  /** Looks into the object. */
  inside<Value>(look: (state: DurableObjectState) => Value | Promise<Value>): Promise<Value> {
    return runInDurableObject(this.stub, (_, state) => look(state));
  }

  /** The names of the tables that are stored. */
  tables(): Promise<string[]> {
    return this.inside(({ storage }) =>
      storage.sql
        .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .toArray()
        .map(({ name }) => name)
        .filter((name) => !name.startsWith("_cf_")),
    );
  }
}

/** Stops the clock for this test: nothing refills and nothing is due but what it moves on to. Timers still run. */
export function stopTime(now = Date.now()): void {
  vi.useFakeTimers({ toFake: ["Date"], now });
  const asked = vi.spyOn(system, "now").mockImplementation(() => Date.now());
  onTestFinished(() => {
    vi.useRealTimers();
    asked.mockRestore();
  });
}

/** The system's clock is set back by so many milliseconds, and the runtime's stands still, as it then does. */
export function setBack(milliseconds: number, since = Date.now()): void {
  stopTime(since);
  vi.spyOn(system, "now").mockImplementation(() => since - milliseconds);
}

/** Catches the errors that are logged in this test, to be expected rather than shown. */
export function catchErrors() {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return logged;
}
