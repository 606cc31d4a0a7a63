import { type Callee, callsTo } from "../../../protocol/calling.ts";
import { fold } from "../../../protocol/text/fold.ts";
import type { Room } from "../../state/room.ts";
import type { LoggedMessage, StoredSubscription } from "../../state/store.ts";

/** A message as it is weighed for many devices: what takes a while is found out once for all. */
export class Heard {
  readonly message: LoggedMessage;
  readonly #room: Room;
  #folded: string | undefined;
  #author: { readonly uid: string | undefined } | undefined;

  constructor(room: Room, message: LoggedMessage) {
    this.#room = room;
    this.message = message;
  }

  /** Whether a device is to be told of it: of all messages, those that its person may see. */
  concerns({ uid, nick }: Omit<Callee, "wrote">, wants: StoredSubscription["wants"]): boolean {
    const { uid: by, text, to, manner } = this.message;
    if (wants === "all" && !to) return text !== undefined && by !== uid;
    // Most texts name nobody.
    const mayName = nick !== undefined && this.#text.includes(fold(nick));
    const callee = { uid, nick: mayName ? nick : undefined, wrote: () => this.#repliesTo === uid };
    return callsTo({ uid: by, text, to, re: manner.re }, callee);
  }

  get #text(): string {
    this.#folded ??= fold(this.message.text ?? "");
    return this.#folded;
  }

  /** Who wrote what it replies to. */
  get #repliesTo(): string | undefined {
    const { uid, manner } = this.message;
    if (manner.re === undefined) return undefined;
    this.#author ??= { uid: this.#room.store.log.find(manner.re, uid)?.uid };
    return this.#author.uid;
  }
}
