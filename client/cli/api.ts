import * as v from "valibot";
import type { ErrorCode } from "../../src/protocol/error.ts";
import { type DurableEvent, durable, type Member } from "../../src/protocol/event.ts";
import { ROLES } from "../../src/protocol/role.ts";
import type { Address } from "../core/address.ts";
import { boundedBody } from "./bounded-body.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { readRefusal } from "./refusal.ts";
import { answerTrouble, networkTrouble } from "./trouble.ts";

/** Bytes of an answer: a page of messages has 512 KiB, and a roster of 5,000 less. */
const LARGEST_ANSWER = 4 * 1024 * 1024;
/** Milliseconds in which a server must answer. */
const ANSWER_WITHIN = 20_000;
/** Attempts where the network, or the server, failed in a way that may pass. */
const ATTEMPTS = 5;
/** Milliseconds before the second of them; each doubles it. */
const FIRST_PAUSE = 500;

const page = v.object({ events: v.array(durable), more: v.boolean() });
const roster = v.object({
  members: v.array(v.object({ nick: v.string(), uid: v.string(), role: v.picklist(ROLES) })),
});
const receipt = v.object({ id: v.exactOptional(v.number()) });

export interface ApiOptions {
  readonly address: Address;
  readonly key: string | undefined;
  /** The person's; without one, the network address stands in for them. */
  readonly token?: string | undefined;
}

export interface PageQuery {
  readonly before?: number;
  readonly limit: number;
}

export interface Letter {
  readonly nick: string;
  readonly text: string;
  readonly to?: string;
}

/** The plain HTTP side of a room. What goes wrong is thrown as a Failure. */
export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  async members(): Promise<Member[]> {
    return (await this.#request("/members", { schema: roster })).members;
  }

  /** Public messages, oldest first. */
  messages(query: PageQuery): Promise<{ events: DurableEvent[]; more: boolean }> {
    const parameters = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return this.#request(`/messages?${parameters}`, { schema: page });
  }

  /** Posts one message. However often it has to be tried, under one `idempotencyKey` it is stored once. */
  async post(letter: Letter, idempotencyKey: string): Promise<void> {
    await this.#request("/messages", {
      schema: receipt,
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey },
      body: JSON.stringify(letter),
    });
  }

  async #request<Schema extends v.GenericSchema>(
    path: string,
    { schema, headers, ...request }: RequestInit & { schema: Schema },
  ): Promise<v.InferOutput<Schema>> {
    const { address, key, token } = this.#options;
    const all = {
      ...(headers as Record<string, string>),
      ...(key !== undefined && { "Papo-Key": encodeKey(key) }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    for (let attempt = 1; ; attempt++) {
      const signal = AbortSignal.timeout(ANSWER_WITHIN);
      const answer = await this.#fetch(`${address.apiUrl}${path}`, { ...request, headers: all, signal });
      if (answer.type === "ok") {
        const parsed = v.safeParse(schema, answer.json);
        if (parsed.success) return parsed.output;
        throw new Failure(EXIT.failed, answerTrouble({ status: 200 }, address));
      }
      if (answer.type === "failed" || (answer.retryAfter === undefined && attempt >= ATTEMPTS))
        throw answer.failure;
      await sleep(answer.retryAfter ?? FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }

  async #fetch(url: string, request: RequestInit): Promise<Answer> {
    const { address } = this.#options;
    let response: Response;
    let body: string;
    try {
      // Followed, a redirect would make a read of a post.
      response = await fetch(url, { ...request, redirect: "manual" });
      body = await boundedBody(response, LARGEST_ANSWER);
    } catch (error) {
      const failure = new Failure(EXIT.failed, networkTrouble(error, address));
      return mayPass(error) ? { type: "later", failure } : { type: "failed", failure };
    }
    const { status } = response;
    if (response.ok) return { type: "ok", json: parseJson(body) };
    const refusal = readRefusal(body);
    const message = answerTrouble({ status, message: refusal?.message }, address);
    const failure = new Failure(exitCodeOf(refusal?.code), message);
    if (status === 429) {
      return { type: "later", failure, retryAfter: retryAfter(response.headers.get("Retry-After")) };
    }
    return { type: status >= 500 ? "later" : "failed", failure };
  }
}

type Answer =
  | { type: "ok"; json: unknown }
  | { type: "failed"; failure: Failure }
  /** It may work later; `retryAfter` (ms) where the server says when. */
  | { type: "later"; failure: Failure; retryAfter?: number };

/** Of what kind a refusal is. */
export function exitCodeOf(code: ErrorCode | undefined): ExitCode {
  switch (code) {
    case "locked":
    case "bad_key":
      return EXIT.key;
    case "bad_nick":
    case "nick_taken":
    case "banned":
    case "room_full":
      return EXIT.refused;
    case "bad_text":
    case "too_long":
    case "no_such_nick":
    case "forbidden":
      return EXIT.unsent;
    default:
      return EXIT.failed;
  }
}

/** Whether a connection broke that had been made. */
function mayPass(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET" || code === "ETIMEDOUT";
}

/** Milliseconds. */
function retryAfter(header: string | null): number {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) ? Math.max(0.1, seconds) * 1_000 : 1_000;
}

/** `fetch` sends a header's characters as bytes; the bytes of a passphrase are its UTF-8. */
function encodeKey(key: string): string {
  return Buffer.from(key, "utf8").toString("latin1");
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
