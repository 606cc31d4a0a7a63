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
import { Asker, type AskerOptions } from "./asker.ts";
import { bytesOf, type DoorKeys, doorHeaders } from "./door-headers.ts";
import type { Expected } from "./judge.ts";
import { isUnmet, type Unmet } from "./unmet.ts";

export interface RoomHttpOptions extends AskerOptions, DoorKeys {
  readonly address: Address;
  /** The room's passphrase. */
  readonly key?: string | undefined;
  /** The person's; without one, the network address stands in for them. */
  readonly token?: string | undefined;
  /** What becomes of texts on their way; without one, they go as they are written. */
  readonly codec?: Codec;
}

export interface PageQuery {
  readonly before?: number;
  readonly limit: number;
}

/** What is asked, and what an answer must be. */
interface RoomRequest<Schema> extends Expected<Schema> {
  readonly path: string;
  readonly post?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** The plain HTTP side of a room. */
export class RoomHttp {
  readonly #options: RoomHttpOptions;
  readonly #asker: Asker;

  constructor(options: RoomHttpOptions) {
    this.#options = options;
    this.#asker = new Asker(options);
  }

  /** Whether a post is on its way, or was and nobody knows what became of it. */
  get mayBeStored(): boolean {
    return this.#asker.mayBeStored;
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

  #request<Schema extends v.GenericSchema<unknown, object>>({
    path,
    post,
    ...expected
  }: RoomRequest<Schema>): Promise<v.InferOutput<Schema> | Unmet> {
    const { address, key, token, pass, admin, gate } = this.#options;
    const headers = {
      ...post?.headers,
      ...(key !== undefined && { "Papo-Key": bytesOf(key) }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...doorHeaders({ pass, admin, gate }),
    };
    const url = `${address.apiUrl}${path}`;
    if (post === undefined) return this.#asker.ask({ ...expected, url, headers });
    return this.#asker.ask({ ...expected, url, headers, method: "POST", body: post.body, isPost: true });
  }
}
