import * as v from "valibot";
import { historyPage } from "../../../src/protocol/durable.ts";
import type { DurableEvent, Member } from "../../../src/protocol/event.ts";
import { count, moment } from "../../../src/protocol/untrusted.ts";
import { roster } from "../../../src/protocol/welcome.ts";
import type { Address } from "../../core/address.ts";
import { EXIT, exitCodeOf, exitCodeWithoutSending } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { exchange, type HttpAnswer, type HttpOutcome } from "./http.ts";
import { Patience, type Setback } from "./patience.ts";
import { type HttpRefusal, readRefusal } from "./refusal.ts";
import { answerTrouble, networkTrouble } from "./trouble.ts";

const BOUNDS = {
  /** A server's answer must be here within 20 s. */
  within: 20_000,
  /** A page of messages has 512 KiB, and a roster of 5,000 less. */
  most: 4 * 1024 * 1024,
};
/** Milliseconds of waiting that are told. */
const LONG = 5_000;

const receipt = v.object({ id: v.pipe(count, v.minValue(1)), at: moment });

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

/** `before`: where an older page goes on, if there is `more`. */
export interface Page {
  readonly events: readonly DurableEvent[];
  readonly more: boolean;
  readonly before?: number;
}

export interface Letter {
  readonly nick: string;
  readonly text: string;
  readonly to?: string;
}

/** A post that failed, though the room may have stored it. */
export class Unanswered extends Failure {}

/** A post under a key that another message has: this one is not stored. */
export class KeyReused extends Failure {}

/** The plain HTTP side of a room. What goes wrong is thrown as a Failure. */
export class Api {
  readonly #options: ApiOptions;
  #mayBeStored = false;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  /** Whether a post is on its way, or was and nobody knows what became of it. */
  get mayBeStored(): boolean {
    return this.#mayBeStored;
  }

  async members(): Promise<Member[]> {
    return (await this.#request({ path: "/members", status: 200, schema: roster })).members;
  }

  /** Public messages, oldest first. */
  messages(query: PageQuery): Promise<Page> {
    const parameters = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return this.#request({ path: `/messages?${parameters}`, status: 200, schema: historyPage });
  }

  /**
   * Posts one message. However often it has to be tried, under one `idempotencyKey` it is stored once.
   * Throws `Unanswered` where nobody knows whether it is.
   */
  async post(letter: Letter, idempotencyKey: string): Promise<void> {
    await this.#request({
      path: "/messages",
      status: 201,
      schema: receipt,
      post: { headers: { "Idempotency-Key": idempotencyKey }, body: JSON.stringify(letter) },
    });
  }

  async #request<Schema extends v.GenericSchema>(question: Question<Schema>): Promise<v.InferOutput<Schema>> {
    const patience = new Patience(() => performance.now());
    const isPost = question.post !== undefined;
    let unanswered = false;
    let told = false;
    for (;;) {
      this.#mayBeStored = isPost;
      const outcome = await this.#exchange(question);
      const verdict = judge(outcome, question);
      if (verdict.type === "fine") return verdict.output;
      unanswered ||= isPost && verdict.mayBeDone;
      this.#mayBeStored = unanswered;
      // Who has been there a moment ago may only have been restarted.
      const setback = verdict.setback ?? (unanswered && outcome.type === "failed" ? FAILED : undefined);
      const wait = setback && patience.after(setback);
      if (wait === undefined) throw this.#failure(outcome, { isPost, unanswered, refusal: verdict.refusal });
      if (setback?.type === "asked") this.#tellWait(wait);
      else if (!told) {
        told = true;
        this.#tell(`${isSilent(outcome) ? "does not answer" : "is in trouble"}; papo tries again.`);
      }
      await sleep(wait);
    }
  }

  #exchange({ path, post }: Question<v.GenericSchema>): Promise<HttpOutcome> {
    const { address, key, token } = this.#options;
    const headers = {
      ...post?.headers,
      ...(post && {
        "Content-Type": "application/json",
        "Content-Length": `${Buffer.byteLength(post.body)}`,
      }),
      ...(key !== undefined && { "Papo-Key": encodeKey(key) }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const method = post === undefined ? "GET" : "POST";
    return exchange(`${address.apiUrl}${path}`, { method, headers, body: post?.body }, BOUNDS);
  }

  #failure(
    outcome: HttpOutcome,
    {
      isPost,
      unanswered,
      refusal,
    }: { isPost: boolean; unanswered: boolean; refusal: HttpRefusal | undefined },
  ): Failure {
    const { address } = this.#options;
    const message =
      outcome.type === "failed"
        ? networkTrouble(outcome.error, address)
        : answerTrouble({ status: outcome.status, refusal }, address);
    if (unanswered) return new Unanswered(EXIT.failed, message);
    if (isPost && refusal?.detail === "key_reused") return new KeyReused(EXIT.unsent, message);
    const isPaced = outcome.type === "answer" && outcome.status === 429;
    const code = refusal?.code ?? (isPaced ? "rate_limited" : undefined);
    return new Failure(isPost ? exitCodeOf(code) : exitCodeWithoutSending(code), message);
  }

  #tellWait(ms: number): void {
    if (ms >= LONG) this.#tell(`asks for patience; it goes on in ${Math.round(ms / 1_000)} s.`);
  }

  #tell(what: string): void {
    const { host } = new URL(this.#options.address.origin);
    process.stderr.write(`papo: ${host} ${what}\n`);
  }
}

/** What is asked, and what an answer must be to count as one. */
interface Question<Schema> {
  readonly path: string;
  readonly status: number;
  readonly schema: Schema;
  readonly post?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

type Verdict<Output> =
  | { type: "fine"; output: Output }
  | {
      type: "bad";
      /** Whether what was asked for may be done all the same. */
      mayBeDone: boolean;
      /** How to go on, where that may help. */
      setback?: Setback;
      refusal?: HttpRefusal;
    };

const FAILED: Setback = { type: "failed" };
/** What becomes of a connection that had been made, and may be made again. */
const MAY_PASS = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"]);

/** Nothing has come back, though somebody was there. */
function isSilent(outcome: HttpOutcome): boolean {
  return outcome.type === "failed" && MAY_PASS.has(codeOf(outcome.error) ?? "");
}

/** Only the very answer that the protocol has is one; a page that says 200 has stored nothing. */
function judge<Schema extends v.GenericSchema>(
  outcome: HttpOutcome,
  { status, schema }: Question<Schema>,
): Verdict<v.InferOutput<Schema>> {
  if (outcome.type === "failed") {
    const { reached } = outcome;
    const mayPass = reached && isSilent(outcome);
    return { type: "bad", mayBeDone: reached, ...(mayPass && { setback: FAILED }) };
  }
  const json = outcome.isJson ? parseJson(outcome.body) : undefined;
  if (outcome.status === status && json !== undefined) {
    const parsed = v.safeParse(schema, json);
    if (parsed.success) return { type: "fine", output: parsed.output };
  }
  const isFault = outcome.status >= 500;
  const refusal = outcome.status >= 400 && outcome.isJson ? readRefusal(outcome.body) : undefined;
  const setback = setbackOf(outcome, refusal);
  return {
    type: "bad",
    // Whoever says 201, or fails, may stand between this client and a room that has stored it.
    mayBeDone: isFault || outcome.status === 201 || (outcome.status < 300 && outcome.isJson),
    ...(setback && { setback }),
    ...(refusal && { refusal }),
  };
}

function setbackOf(
  { status, retryAfter }: HttpAnswer,
  refusal: HttpRefusal | undefined,
): Setback | undefined {
  const isFull = refusal?.code === "room_full" && retryAfter !== undefined;
  if (status === 429 || isFull) return { type: "asked", retryAfter };
  return status >= 500 ? FAILED : undefined;
}

/** A header's characters are sent as bytes; the bytes of a passphrase are its UTF-8. */
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
