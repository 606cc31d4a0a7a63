import type * as v from "valibot";
import type { Member } from "../../../src/protocol/event.ts";
import type { Letter } from "../../../src/protocol/http.ts";
import {
  type MessagePage,
  messagePage,
  receipt,
  roster,
  type Summary,
  summary,
} from "../../../src/protocol/http-answer.ts";
import type { Address } from "../address.ts";
import { type Codec, decoded, plainCodec } from "../codec.ts";
import type { Exchange, HttpOutcome } from "./exchange.ts";
import { type Expected, judge } from "./judge.ts";
import { Patience, type Setback } from "./patience.ts";
import { isUnmet, type Unmet } from "./unmet.ts";

export interface RoomHttpOptions {
  readonly address: Address;
  /** The room's passphrase. */
  readonly key?: string | undefined;
  /** The person's; without one, the network address stands in for them. */
  readonly token?: string | undefined;
  readonly exchange: Exchange;
  /** What becomes of texts on their way; without one, they go as they are written. */
  readonly codec?: Codec;
  /** Milliseconds since anything, on a clock that only goes on. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** It waits and tries again: told each time that the room asks for it, and once where something fails. */
  waits(why: Delay): void;
}

export type Delay =
  | { readonly why: "asked"; readonly milliseconds: number }
  /** Nobody has answered, or a server that is in trouble. */
  | { readonly why: "silence" | "trouble" };

export interface PageQuery {
  readonly before?: number;
  readonly limit: number;
}

/** What is asked, and what an answer must be. */
interface RoomRequest<Schema> extends Expected<Schema> {
  readonly path: string;
  readonly post?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

const FAILED: Setback = { type: "failed" };

/** The plain HTTP side of a room. Tries again what may yet work, and no more than that. */
export class RoomHttp {
  readonly #options: RoomHttpOptions;
  #mayBeStored = false;

  constructor(options: RoomHttpOptions) {
    this.#options = options;
  }

  /** Whether a post is on its way, or was and nobody knows what became of it. */
  get mayBeStored(): boolean {
    return this.#mayBeStored;
  }

  /** What is told of the room itself. */
  summary(): Promise<Summary | Unmet> {
    return this.#request({ path: "", status: 200, schema: summary });
  }

  async members(): Promise<Member[] | Unmet> {
    const answer = await this.#request({ path: "/members", status: 200, schema: roster });
    return isUnmet(answer) ? answer : answer.members;
  }

  /** Public messages, oldest first. */
  async messages(query: PageQuery): Promise<MessagePage | Unmet> {
    const parameters = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const page = await this.#request({ path: `/messages?${parameters}`, status: 200, schema: messagePage });
    const { codec = plainCodec } = this.#options;
    return isUnmet(page) ? page : { ...page, events: page.events.map((event) => decoded(event, codec)) };
  }

  /** Posts one message. However often it has to be tried, under one `idempotencyKey` it is stored once. */
  async post(letter: Letter, idempotencyKey: string): Promise<Unmet | undefined> {
    const { codec = plainCodec } = this.#options;
    const { nick: _, ...saying } = letter;
    const body = JSON.stringify({ ...letter, text: codec.encode(letter.text, { type: "say", ...saying }) });
    const post = { headers: { "Idempotency-Key": idempotencyKey }, body };
    const answer = await this.#request({ path: "/messages", status: 201, schema: receipt, post });
    return isUnmet(answer) ? answer : undefined;
  }

  async #request<Schema extends v.GenericSchema<unknown, object>>(
    request: RoomRequest<Schema>,
  ): Promise<v.InferOutput<Schema> | Unmet> {
    const { address, now, sleep, waits } = this.#options;
    const patience = new Patience(now);
    const isPost = request.post !== undefined;
    let unanswered = false;
    let told = false;
    for (;;) {
      this.#mayBeStored = isPost;
      const outcome = await this.#exchange(request);
      const judgement = judge(outcome, request);
      if (judgement.type === "fine") return judgement.output;
      const { mayBeDone, refusal } = judgement;
      unanswered ||= isPost && mayBeDone;
      this.#mayBeStored = unanswered;
      // Who has been there a moment ago may only have been restarted.
      const setback = judgement.setback ?? (unanswered && outcome.type === "failed" ? FAILED : undefined);
      const wait = setback && patience.after(setback);
      if (wait === undefined) {
        return { unmet: "request", address, isPost, outcome, refusal, mayBeStored: unanswered };
      }
      if (setback?.type === "asked") waits({ why: "asked", milliseconds: wait });
      else if (!told) {
        told = true;
        waits({ why: outcome.type === "failed" && outcome.isSilence ? "silence" : "trouble" });
      }
      await sleep(wait);
    }
  }

  #exchange({ path, post }: RoomRequest<v.GenericSchema>): Promise<HttpOutcome> {
    const { address, key, token, exchange } = this.#options;
    const headers = {
      ...post?.headers,
      ...(post && { "Content-Type": "application/json" }),
      ...(key !== undefined && { "Papo-Key": bytesOf(key) }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const method = post === undefined ? "GET" : "POST";
    return exchange({ url: `${address.apiUrl}${path}`, method, headers, body: post?.body });
  }
}

/** A header's characters are sent as bytes; the bytes of a passphrase are its UTF-8. */
function bytesOf(key: string): string {
  return String.fromCharCode(...new TextEncoder().encode(key));
}
