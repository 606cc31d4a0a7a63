import type { Command } from "../../src/protocol/command.ts";
import { type Problem as CoreProblem, isProblem } from "../core/problem.ts";
import type { Entry } from "../core/sending/entry.ts";
import { Orders } from "./orders.ts";
import type { RoomStay } from "./room-stay.ts";
import { toldProblem } from "./told-problem.ts";
import type { Stored } from "./types/answer.ts";
import type { Problem } from "./types/problem.ts";

/** Does what was not refused here already, and tells what came of it. */
export class Deeds {
  readonly #stay: RoomStay;
  readonly #orders: Orders;

  constructor(stay: RoomStay) {
    this.#stay = stay;
    this.#orders = new Orders(stay);
  }

  /** Something that is to be stored. */
  store<Checked extends Command>(
    command: Checked | CoreProblem,
    put: (command: Checked) => Entry | CoreProblem,
  ): Promise<Stored | Problem> {
    const { over, receipts } = this.#stay;
    if (over !== undefined) return Promise.resolve(over);
    return receipts.of(isProblem(command) ? command : put(command));
  }

  /** A question. */
  async ask<Checked extends Command, Answer extends object>(
    command: Checked | CoreProblem,
    ask: (command: Checked) => Promise<Answer | CoreProblem>,
  ): Promise<Answer | Problem> {
    const { over } = this.#stay;
    if (over !== undefined) return over;
    const answer = isProblem(command) ? command : await ask(command);
    return isProblem(answer) ? toldProblem(answer) : bare(answer);
  }

  /** A command that the room acknowledges by no number of its own. */
  async order<Checked extends Command>(
    command: Checked | CoreProblem,
    give: (command: Checked) => CoreProblem | undefined,
  ): Promise<Problem | undefined> {
    const { over } = this.#stay;
    if (over !== undefined) return over;
    if (isProblem(command)) return toldProblem(command);
    return this.#orders.give(command.type, () => give(command));
  }
}

/** Without what ties an answer to its question on the wire. */
function bare<Answer extends object>(answer: Answer): Answer {
  const copy = { ...answer };
  for (const key of ["type", "cid"]) Reflect.deleteProperty(copy, key);
  return copy;
}
