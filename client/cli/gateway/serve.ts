import { createServer, type Server, type Socket } from "node:net";
import type { Clock } from "../../core/clock.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { onSignal } from "../end/signals.ts";
import { codeOf } from "../end/system-trouble.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { type Guest, guestOf } from "./guest.ts";
import type { Journal } from "./journal.ts";
import { addressText, isLoopback, type ListenAddress } from "./listen-address.ts";
import { saysOf } from "./says-of.ts";
import { talksHttp } from "./talks-http.ts";

/** What a gateway does for one program that has come. */
export interface Service {
  /** Whether it has said who it is. */
  readonly isNamed: boolean;
  /** Takes what the program has sent; no more is read until that is done. */
  take(bytes: Uint8Array): Promise<void>;
  /** No more comes: resolves when all is seen to that did, and what is to be stored is. */
  finish(): Promise<void>;
  /** Leaves its rooms, and keeps nothing. What is not stored yet may take `within` ms. */
  leave(within: number): Promise<void>;
}

export interface GatewayOptions {
  readonly at: ListenAddress;
  readonly clock: Clock;
  readonly journal: Journal;
  /** What is said to who comes when there are too many. */
  readonly tooMany: string;
  answer(guest: Guest): Service;
}

/** Programs at one time. */
const MOST_GUESTS = 200;
/** Milliseconds within which a program has to say who it is. */
const NAMELESS = 60_000;
/** Milliseconds that what a program has said may take once it has gone, and once the gateway is to end. */
const PATIENCE = 10_000;
/** The same of one that may still listen. */
const LONG_PATIENCE = 600_000;
const HURRY = 700;

/** Whoever has said all may still listen, and is not gone until what they said is stored. */
const SOCKETS = { noDelay: true, keepAlive: true, allowHalfOpen: true };

/** Waits for programs, and serves each by itself, until a signal ends it. */
export async function serve(options: GatewayOptions): Promise<ExitCode> {
  const { at, journal } = options;
  const stays = new Set<Stay>();
  const server = createServer(SOCKETS, (socket) => {
    const stay = stayOf(socket, options, stays.size >= MOST_GUESTS);
    stays.add(stay);
    void stay.over.then(() => stays.delete(stay));
  });
  const port = await listening(server, at);
  const where = addressText({ ...at, port });
  if (!isLoopback(at)) remark(cliWords().gateway.open(where));
  journal({ event: "listening", at: where });
  const exitCode = await new Promise<ExitCode>(onSignal);
  server.close();
  await Promise.all(Array.from(stays, (stay) => stay.end(HURRY)));
  return exitCode;
}

export interface Stay {
  /** Resolves when nothing is left of it. */
  readonly over: Promise<void>;
  end(within: number): Promise<void>;
}

/** Serves one program, from its coming to its end. Whatever goes wrong with it is told, and ends that one alone. */
export function stayOf(
  socket: Socket,
  { clock, journal, tooMany, answer }: Omit<GatewayOptions, "at">,
  isTooMany: boolean,
): Stay {
  const guest = guestOf(socket, (why, client) => journal({ event: "cut", client, why }));
  // Whoever goes without a word is told of by the end of what they send.
  socket.on("error", () => {});
  if (isTooMany) {
    guest.write(tooMany);
    guest.end();
    journal({ event: "cut", client: guest.name, why: "too_many" });
    return { over: Promise.resolve(), end: () => Promise.resolve() };
  }
  journal({ event: "came", client: guest.name });
  const service = answer(guest);
  const cancel = clock.setTimer(NAMELESS, () => {
    if (!service.isNamed) guest.cut("nameless");
  });
  const safely = async (act: () => Promise<void>) => {
    try {
      await act();
      return true;
    } catch (error) {
      journal({ event: "trouble", client: guest.name, says: saysOf(error) });
      return false;
    }
  };
  const read = async () => {
    try {
      const packets = socket.iterator({ destroyOnReturn: false });
      let isFirst = true;
      for await (const bytes of packets) {
        if (isFirst && talksHttp(bytes)) return guest.cut("http");
        isFirst = false;
        if (!(await safely(() => service.take(bytes)))) return;
      }
    } catch {
      // The connection broke: there is no more to come.
    }
    await safely(() => service.finish());
  };
  // A room that is offline keeps what was said from being seen to.
  const timers = [cancel];
  const forgotten = new Promise<void>((resolve) => {
    socket.once("end", () => timers.push(clock.setTimer(LONG_PATIENCE, resolve)));
    socket.once("close", () => timers.push(clock.setTimer(PATIENCE, resolve)));
  });
  const end = async (within: number) => {
    for (const stop of timers) stop();
    await safely(() => service.leave(within));
    guest.end();
  };
  return { over: Promise.race([read(), forgotten]).then(() => end(PATIENCE)), end };
}

function listening(server: Server, { host, port }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const told = { at: addressText({ host, port }), code: codeOf(error) };
      reject(new Failure(EXIT.failed, cliWords().gateway.cannotListen(told)));
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(address === null || typeof address === "string" ? port : address.port);
    });
  });
}
