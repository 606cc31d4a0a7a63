import { onTestFinished, vi } from "vitest";
import { fromBase64url, utf8 } from "../../../src/object/push/bytes.ts";
import type { PushedNews } from "../../../src/protocol/push.ts";
import { Device } from "../../support/push/device.ts";
import { PUSH_SERVICE } from "../../support/push/subscriptions.ts";

/** A push as it came in. */
interface Received {
  readonly device: string;
  readonly news: PushedNews;
  readonly headers: Record<string, string>;
  readonly redirect: string | undefined;
}

/** All that leaves the Worker in this test gets here: a push service, whose devices read what is pushed to them. */
export class PushService {
  readonly received: Received[] = [];
  /** What is said to each push. */
  reply: () => Response | Promise<Response> = () => new Response(null, { status: 201 });
  /** How long (in ms) each request was given, at most. */
  readonly patience: number[] = [];
  readonly #devices = new Map<string, Device>();
  #isOver = false;

  constructor() {
    const spied = [
      vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => this.#take(String(input), init)),
      // Time is over when the test says so.
      vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
        this.patience.push(milliseconds);
        return new AbortController().signal;
      }),
    ];
    onTestFinished(() => {
      this.#isOver = true;
      for (const each of spied) each.mockRestore();
    });
  }

  device(name: string): Device {
    const device = new Device(name);
    this.#devices.set(name, device);
    return device;
  }

  /** The first so many pushes, once they are here. They come in the room's own context, which no promise leads out of. */
  async pushes(count: number): Promise<Received[]> {
    await until(() => this.received.length >= count);
    return this.received.slice(0, count);
  }

  /** A reply that never comes; in the end, the request is given up. */
  readonly hang = async (): Promise<Response> => {
    await until(() => this.#isOver);
    throw new Error("The request was given up.");
  };

  /** Time is over for all that hangs. */
  giveUp(): void {
    this.#isOver = true;
  }

  async #take(endpoint: string, init: RequestInit = {}): Promise<Response> {
    const name = endpoint.slice(`${PUSH_SERVICE}/send/`.length);
    const device = this.#devices.get(name);
    if (!device || !(init.body instanceof Uint8Array)) throw new Error(`Nobody is at ${endpoint}.`);
    const news: PushedNews = JSON.parse(device.read(init.body));
    const headers = Object.fromEntries(new Headers(init.headers));
    this.received.push({ device: name, news, headers, redirect: init.redirect });
    return await this.reply();
  }
}

/**
 * Resolves once something holds. It looks again and again, for nothing leads from the context of an object into that
 * of a test; and Vitest's own way of looking moves the clock that stands still.
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise<void>((resolve) => setTimeout(resolve, 1));
}

/** What an `Authorization` of VAPID claims, if a key has signed it. */
export async function claimsIn(authorization: string, key: string): Promise<object> {
  const [, token = "", shown] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const verifying = await crypto.subtle.importKey("raw", fromBase64url(key), algorithm, false, ["verify"]);
  const isSigned = await crypto.subtle.verify(
    algorithm,
    verifying,
    fromBase64url(signature),
    utf8(`${head}.${claims}`),
  );
  if (!isSigned || shown !== key) throw new Error(`That is not signed with ${key}.`);
  const read = (part: string) => JSON.parse(new TextDecoder().decode(fromBase64url(part)));
  return { ...read(head), ...read(claims) };
}
