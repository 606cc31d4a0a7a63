/** Violations kept word for word; more are only counted. */
const MAX_REPORTS = 5;

/**
 * The one order in which the room told its messages. Whoever hears a message first writes it here;
 * everybody else must hear the same at the same place, so each delivery is checked for loss, repetition and order.
 */
export class Ledger {
  readonly #order: Int32Array;
  readonly #placed: Uint8Array;
  readonly #senders: Int32Array;
  readonly #sentAt: Float64Array;
  readonly #lastOf: Map<number, number> = new Map();
  #length = 0;
  #sent = 0;
  #violations = 0;
  readonly reports: string[] = [];

  constructor(capacity: number) {
    this.#order = new Int32Array(capacity);
    this.#placed = new Uint8Array(capacity);
    this.#senders = new Int32Array(capacity);
    this.#sentAt = new Float64Array(capacity);
  }

  /** Messages that somebody has heard. */
  get length(): number {
    return this.#length;
  }
  get sent(): number {
    return this.#sent;
  }
  get violations(): number {
    return this.#violations;
  }

  /** Numbers the next message and notes who sends it. */
  send(sender: number): number {
    const number = this.#sent++;
    this.#senders[number] = sender;
    this.#sentAt[number] = performance.now();
    return number;
  }

  at(position: number): number {
    return this.#order[position] ?? -1;
  }
  sentAt(number: number): number {
    return this.#sentAt[number] ?? Number.NaN;
  }
  senderOf(number: number): number {
    return this.#senders[number] ?? -1;
  }

  /** Writes down what is heard for the first time. */
  append(number: number): void {
    if (!(number >= 0 && number < this.#sent)) this.violation(`heard #${number}, which nobody sent`);
    if (this.#placed[number]) this.violation(`#${number} was told twice`);
    const sender = this.senderOf(number);
    const last = this.#lastOf.get(sender) ?? -1;
    if (number <= last) this.violation(`#${number} of member ${sender} came after its #${last}`);
    this.#lastOf.set(sender, number);
    this.#placed[number] = 1;
    this.#order[this.#length++] = number;
  }

  violation(report: string): void {
    this.#violations++;
    if (this.reports.length < MAX_REPORTS) this.reports.push(report);
  }
}
