import type { Address } from "../../core/address.ts";
import type { KeptWishes } from "../person/kept-wishes.ts";
import type { DraftOptions, Sheet } from "../prompt/prompt.ts";
import type { Question } from "../prompt/question.ts";
import type { Origin } from "../prompt/questions.ts";
import type { Conversation } from "../talk/conversation.ts";
import type { Desk } from "../talk/desk.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import type { LogAddition, Said } from "../view/view.ts";
import { cliWords } from "../words/words.ts";
import { Held } from "./held.ts";

/** What has all the seats. */
export interface House {
  readonly columns: number;
  nameOf(seat: Seat): string;
  isFront(seat: Seat): boolean;
  /** Whether somebody surely looks at it. */
  isWatched(seat: Seat): boolean;
  /** Whether what is said there is only counted. */
  isCounted(seat: Seat): boolean;
  /** Whether it is told now who comes and goes there. */
  tellsComings(seat: Seat): boolean;
  print(lines: readonly LogLine[], seat: Seat): void;
  /** Whether the reader is to be told of such a message, aloud or not. */
  tellsOf(said: Pick<Said, "calls">, seat: Seat): boolean;
  /** Somebody else has said something just now. */
  heard(said: Said, seat: Seat): void;
  /** It waits for an answer, and nobody looks at it. */
  asks(seat: Seat): void;
  /** What the prompt says of it is no longer true. */
  changed(): void;
}

export interface SeatOptions {
  readonly address: Address;
  readonly house: House;
  readonly sheet: Sheet;
  /** Whether it is quiet; undefined where nobody has said so. */
  readonly quiet: boolean | undefined;
  readonly wishes: KeptWishes;
  readonly wasKnown: boolean;
}

/** A room beside others in one terminal: what has the desk when somebody talks there, and counts when nobody looks. */
export class Seat implements Desk {
  readonly address: Address;
  readonly sheet: Sheet;
  quiet: boolean | undefined;
  /** What its reader wants to be told of it. */
  readonly wishes: KeptWishes;
  /** Whether they were there when they were last anywhere. */
  readonly wasKnown: boolean;
  /** Whether its reader has said that they go for good. */
  isParted = false;
  readonly #house: House;
  readonly #held = new Held();
  #conversation: Conversation | undefined;
  #label = "";
  #isOpen = false;
  #hasArrived = false;
  #isGone = false;
  #asked = 0;
  /** Says who is there, where nobody has looked yet. */
  #greet: (() => void) | undefined;
  #unread = { count: 0, calls: 0 };
  /** Whether what is told before it is caught up was missed; before that, it was seen already. */
  #isBehindStop = false;
  /** The newest event that has happened while nobody looked. */
  #newest = 0;

  constructor({ address, house, sheet, quiet, wishes, wasKnown }: SeatOptions) {
    this.address = address;
    this.sheet = sheet;
    this.quiet = quiet;
    this.wishes = wishes;
    this.wasKnown = wasKnown;
    this.#house = house;
  }

  get conversation(): Conversation | undefined {
    return this.#conversation;
  }

  set conversation(conversation: Conversation) {
    this.#conversation = conversation;
  }

  get name(): string {
    return this.#house.nameOf(this);
  }

  get room(): string {
    return this.address.room;
  }

  get columns(): number {
    return this.#house.columns;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isHolding(): boolean {
    return !this.#held.isEmpty;
  }

  get isInFront(): boolean {
    return !this.#isGone && this.#house.isFront(this);
  }

  get isWatched(): boolean {
    return this.#house.isWatched(this);
  }

  get tellsComings(): boolean {
    return this.#house.tellsComings(this);
  }

  get label(): string {
    return this.#label;
  }

  get isAsking(): boolean {
    return this.#asked > 0;
  }

  /** Messages at which nobody has looked. */
  get count(): number {
    return this.#unread.count;
  }

  /** How many of them are to the reader. */
  get calls(): number {
    return this.#unread.calls;
  }

  /** How many of them the reader is told of. */
  get told(): number {
    const { count, calls } = this.#unread;
    const told = (calls: boolean, many: number) => (this.#house.tellsOf({ calls }, this) ? many : 0);
    return told(true, calls) + told(false, count - calls);
  }

  /** Whether they have been in the room. */
  get hasArrived(): boolean {
    return this.#hasArrived;
  }

  open(draft: DraftOptions): void {
    this.#isOpen = true;
    this.sheet.open(draft);
    this.setLabel(draft.label);
  }

  setLabel(label: string): void {
    this.#label = label;
    this.#house.changed();
  }

  setAside(aside: string): void {
    if (!this.#isGone) this.sheet.setAside(aside);
  }

  print(lines: readonly LogLine[]): void {
    if (!this.#isGone) this.#house.print(lines, this);
  }

  show(shown: LogAddition): void {
    if (this.#isGone) return;
    if (this.#house.isFront(this)) this.print(shown.lines);
    else {
      this.#showElsewhere(shown);
      this.#count(shown);
    }
    const { said } = shown;
    if (said !== undefined && !said.isReplayed) this.#house.heard(said, this);
  }

  arrived(greet: () => void): void {
    this.#hasArrived = true;
    this.#house.changed();
    if (this.#house.isFront(this)) greet();
    else this.#greet = greet;
  }

  readElsewhere(id: number): void {
    if (id < this.#newest || this.#unread.count === 0) return;
    this.#unread = { count: 0, calls: 0 };
    this.#house.changed();
  }

  async ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    if (this.#isGone) return undefined;
    this.#asked++;
    if (!this.#house.isFront(this)) this.#house.asks(this);
    this.#house.changed();
    const answer = await this.sheet.ask(question, origin);
    this.#asked--;
    this.#house.changed();
    return answer;
  }

  /** Somebody looks at it now: shows what has happened meanwhile. */
  look(): void {
    const { shown, gap } = this.#held.take();
    this.#unread = { count: 0, calls: 0 };
    if (gap !== undefined) {
      this.conversation?.leftOut(gap.after, gap.until);
      this.print([sentence(cliWords().rooms.leftOut(gap.count))]);
    }
    this.print(shown.flatMap(({ lines }) => lines));
    this.#conversation?.looked();
    this.#greet?.();
    this.#greet = undefined;
  }

  /** It is left: what is still told of it is for nobody. */
  close(): void {
    this.#isGone = true;
  }

  /** Before it is caught up, only what is to the reader and was missed is shown at once: all the rest was said long ago. */
  #showElsewhere(shown: LogAddition): void {
    const isCounted = this.#house.isCounted(this);
    if (this.#hasArrived && !isCounted) {
      this.print(shown.lines);
      return;
    }
    this.#held.add(shown);
    if (shown.missed !== undefined) this.#isBehindStop = true;
    if (isCounted) return;
    if (shown.missed !== undefined) this.print(shown.missed.lines);
    else if (shown.said?.calls && this.#isBehindStop) this.print(shown.lines);
  }

  #count({ id, said, missed }: LogAddition): void {
    this.#newest = Math.max(this.#newest, id ?? 0);
    const { count, calls } = this.#unread;
    if (missed !== undefined) this.#unread = { count: missed.count, calls: missed.mentions };
    else if (said !== undefined && (this.#hasArrived || !said.isReplayed)) {
      this.#unread = { count: count + 1, calls: calls + (said.calls ? 1 : 0) };
    } else return;
    this.#house.changed();
  }
}
