import type { ChatEvent } from "../../../core/chat-event.ts";
import { localProblem, type Problem } from "../../../core/problem.ts";
import type { Reply } from "../reply.ts";

/** Something that a client has said and that is not stored yet. */
export interface OwnSaying {
  /** By which the client knows the answer. */
  readonly label: string | undefined;
}

/** An order of the client's that its room has not answered. */
export interface IrcOrder {
  /** The command's type, as the protocol has it. */
  readonly type: "topic" | "kick" | "ban" | "unban" | "role" | "lock" | "slow" | "nick";
  readonly reply: Reply;
}

/** Which event tells everybody that an order was obeyed. */
const TOLD_BY: Readonly<Record<IrcOrder["type"], ChatEvent["type"]>> = {
  topic: "topic",
  kick: "left",
  ban: "left",
  unban: "unbanned",
  role: "role",
  lock: "locked",
  slow: "slow",
  nick: "renamed",
};

/** What a client has asked of its room, and is not answered yet. */
export class ChannelAnswers {
  readonly #said = new Map<number, OwnSaying>();
  /** Texts that were stored while nobody heard it: they will be told as if somebody else had said them. */
  readonly #unheard: { readonly text: string; readonly said: OwnSaying }[] = [];
  #order: (IrcOrder & { end(problem: Problem | undefined): void }) | undefined;

  expect(key: number, said: OwnSaying): void {
    this.#said.set(key, said);
  }

  /** What is known of an entry, which is answered by that. */
  take(key: number | undefined): OwnSaying | undefined {
    const said = key === undefined ? undefined : this.#said.get(key);
    if (key !== undefined) this.#said.delete(key);
    return said;
  }

  storedUnheard(key: number, text: string): void {
    const said = this.take(key);
    if (said !== undefined) this.#unheard.push({ text, said });
  }

  /** What is known of an own message that comes after an outage. */
  takeUnheard(text: string | undefined): OwnSaying | undefined {
    const at = this.#unheard.findIndex((unheard) => unheard.text === text);
    return at === -1 ? undefined : this.#unheard.splice(at, 1)[0]?.said;
  }

  /** Resolves when the room has obeyed an order, with a problem where it would not, or has not by the end of `within`. */
  ordered(order: IrcOrder, within: Promise<unknown>): Promise<Problem | undefined> {
    return new Promise((resolve) => {
      const mine = {
        ...order,
        end: (problem: Problem | undefined) => {
          if (this.#order === mine) this.#order = undefined;
          resolve(problem);
        },
      };
      this.#order = mine;
      void within.then(() => mine.end(localProblem("no_answer")));
    });
  }

  /** The order that an event answers. `by`: who has done what it tells; `own`: who the client is. */
  orderOf(event: ChatEvent, own: string | undefined): IrcOrder | undefined {
    const order = this.#order;
    if (order === undefined || event.type !== TOLD_BY[order.type]) return undefined;
    const doer = "byUid" in event ? event.byUid : "uid" in event ? event.uid : undefined;
    return doer === own ? order : undefined;
  }

  /** The order was obeyed, or refused. Tells whether there was one. */
  endOrder(type: string | undefined, problem?: Problem): boolean {
    if (this.#order?.type !== type) return false;
    this.#order?.end(problem);
    return true;
  }
}
