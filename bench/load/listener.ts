import type { Ledger } from "./ledger.ts";

/**
 * One member's ear: walks along the ledger with each message heard. Where the room does not tell a
 * member its own messages (IRC), those are stepped over, and only member 0, who never speaks, may
 * write the ledger; the others wait for it in `#ahead`.
 */
export class Listener {
  readonly #ledger: Ledger;
  readonly #member: number;
  readonly #echoes: boolean;
  #position = 0;
  #heard = 0;
  #ahead: number[] = [];

  constructor({ ledger, member, echoes }: { ledger: Ledger; member: number; echoes: boolean }) {
    this.#ledger = ledger;
    this.#member = member;
    this.#echoes = echoes;
  }

  /** Messages heard so far. */
  get heard(): number {
    return this.#heard;
  }

  hear(number: number): void {
    this.#heard++;
    if (this.#echoes || this.#member === 0) this.#place(number);
    else {
      this.#ahead.push(number);
      this.#catchUp();
    }
  }

  /** Whether everything in the ledger was heard, once and in order. */
  isComplete(): boolean {
    this.#catchUp();
    this.#stepOverOwn();
    return this.#ahead.length === 0 && this.#position === this.#ledger.length;
  }

  #place(number: number): void {
    if (this.#position === this.#ledger.length) this.#ledger.append(number);
    else this.#expect(number);
    this.#position++;
  }

  #expect(number: number): void {
    const expected = this.#ledger.at(this.#position);
    if (expected === number) return;
    this.#ledger.violation(`member ${this.#member} heard #${number} in place of #${expected}`);
  }

  #catchUp(): void {
    let taken = 0;
    for (const number of this.#ahead) {
      this.#stepOverOwn();
      if (this.#position >= this.#ledger.length) break;
      this.#expect(number);
      this.#position++;
      taken++;
    }
    if (taken > 0) this.#ahead = taken === this.#ahead.length ? [] : this.#ahead.slice(taken);
  }

  #stepOverOwn(): void {
    if (this.#echoes) return;
    while (
      this.#position < this.#ledger.length &&
      this.#ledger.senderOf(this.#ledger.at(this.#position)) === this.#member
    )
      this.#position++;
  }
}
