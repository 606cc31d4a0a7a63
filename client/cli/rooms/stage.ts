import type { Clock } from "../../core/clock.ts";
import { type HowTold, howTold } from "../../core/notify/how-told.ts";
import { notifyCommand } from "../../core/slash/notify.ts";
import { oneLine } from "../../core/text/one-line.ts";
import type { Ending } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { type EndingIn, endingOfAll } from "../end/several.ts";
import { KeptWishes } from "../person/kept-wishes.ts";
import type { SentLines } from "../person/sent-lines.ts";
import type { RoomKey } from "../prompt/edit/action.ts";
import type { Prompt, Sheet } from "../prompt/prompt.ts";
import type { Origin } from "../prompt/questions.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { Conversation } from "../talk/conversation.ts";
import type { Styles } from "../text/styles.ts";
import { textWidth } from "../text/width.ts";
import type { TerminalWishes } from "../told/terminal-wishes.ts";
import type { Comings } from "../view/comings.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import type { Said } from "../view/view.ts";
import { cliWords } from "../words/words.ts";
import { activity } from "./activity.ts";
import { nameAmong, tagged, tagsOf } from "./names.ts";
import { notifyDesk } from "./notify-desk.ts";
import { type RoomActions, roomCommands } from "./room-commands.ts";
import { type House, Seat } from "./seat.ts";
import { seatOfKey } from "./seat-of-key.ts";
import { SecondThought } from "./second-thought.ts";

/** A room, and who somebody is to be there. */
export interface RoomToEnter {
  readonly settings: ClientSettings;
  readonly nick: string;
  /** Undefined where nobody has said so. */
  readonly quiet?: boolean | undefined;
  /** Whether they were there when they were last anywhere. */
  readonly wasKnown?: boolean;
}

export interface StageOptions {
  readonly prompt: Prompt;
  readonly clock: Clock;
  readonly styles: Styles;
  /** The terminal's width. */
  columns(): number;
  /** Whether what is said in rooms behind is only counted. */
  readonly quietRooms: boolean;
  /** Of which rooms it is told who comes and goes. */
  readonly comings: Comings;
  /** What can be typed about rooms. */
  rooms(): RoomActions;
  /** What was sent, in whichever room. */
  readonly sent: SentLines;
  /** Whether somebody surely looks at the terminal. */
  isLooking(): boolean;
  /** What the reader wants to be told of all rooms. */
  readonly terminal: TerminalWishes;
  /** The reader is to be told of what somebody else has said. */
  told(said: Said, how: ToldHow): void;
  /** Places, or what is unread in them, have changed. */
  changed(): void;
}

/** Where something was said, and how the reader is told of it. */
export interface ToldHow {
  readonly seat: Seat;
  readonly how: Exclude<HowTold, "not">;
}

/** The terminal and the rooms that share it. One of them is in front, and has the prompt. */
export class Stage implements House {
  readonly ended: Promise<Ending>;
  readonly #options: StageOptions;
  #seats: readonly Seat[] = [];
  #front: Seat | undefined;
  /** Where one was before. */
  #last: Seat | undefined;
  #isLeaving = false;
  readonly #secondThought: SecondThought;
  readonly #endings: EndingIn[] = [];
  #end: (ending: Ending) => void = () => {};

  constructor(options: StageOptions) {
    this.#options = options;
    this.#secondThought = new SecondThought(options.clock);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get seats(): readonly Seat[] {
    return this.#seats;
  }

  get front(): Seat | undefined {
    return this.#front;
  }

  /** Whether all rooms are being left. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  get columns(): number {
    return this.#options.columns();
  }

  /** Enters the rooms of a start. What is typed already is for the one in front. */
  begin(rooms: readonly RoomToEnter[], front: number): void {
    const { prompt } = this.#options;
    const seats = rooms.map((room, at) => this.#seat(room, at === front ? prompt.front : prompt.sheet()));
    this.#seats = seats;
    this.#front = seats[front];
    for (const [at, room] of rooms.entries()) {
      const seat = seats[at];
      if (seat === undefined) continue;
      try {
        this.#enter(seat, room);
      } catch (error) {
        if (!(error instanceof Failure) || rooms.length === 1) throw error;
        this.#over(seat, error);
      }
    }
  }

  /** Enters one more. */
  add(room: RoomToEnter): Seat {
    const seat = this.#seat(room, this.#options.prompt.sheet());
    this.#seats = [...this.#seats, seat];
    try {
      this.#enter(seat, room);
    } catch (error) {
      this.#seats = this.#seats.filter((each) => each !== seat);
      throw error;
    }
    return seat;
  }

  /** `by_itself`: nobody has asked for it, so what is being typed was meant for another room. */
  go(seat: Seat, origin: Origin = "asked"): void {
    if (seat === this.#front) return;
    this.#last = this.#front;
    this.#front = seat;
    seat.sheet.bring(origin);
    // Who leaves all of them wants to see nothing more.
    if (!this.#isLeaving) seat.look();
    if (origin === "asked") seat.conversation?.read();
    this.changed();
  }

  /** Somebody is there. */
  attended(): void {
    this.#front?.conversation?.read();
  }

  /** Where keys lead; whether they lead anywhere. */
  turnTo(room: RoomKey): boolean {
    const seat = seatOfKey(room, { seats: this.#seats, front: this.#front });
    if (seat === undefined || this.#seats.length < 2) return false;
    this.go(seat);
    return true;
  }

  part(seat: Seat): void {
    seat.isParted = true;
    const next = this.#after(seat);
    if (seat === this.#front && next !== undefined) this.go(next);
    this.changed();
    seat.conversation?.leave();
  }

  /** Leaves all rooms once what waits is sent; the others read the reason. */
  quit(reason?: string): void {
    this.#isLeaving = true;
    for (const { conversation } of this.#seats) conversation?.leave(reason);
  }

  /** Somebody wants to go at once. Who has several rooms is told first that it is all of them. */
  interrupt(): void {
    const count = this.#seats.length;
    if (count < 2 || this.#isLeaving || this.#secondThought.isAgain())
      this.quitNow({ exitCode: EXIT.interrupted });
    else this.say([sentence(cliWords().rooms.leavesAll(count))]);
  }

  quitNow(ending: Ending): void {
    this.#isLeaving = true;
    for (const { conversation } of this.#seats) void conversation?.leaveNow(ending);
  }

  /** Says something that is about no single room. */
  say(lines: readonly LogLine[]): void {
    this.#options.prompt.print(lines);
  }

  nameOf(seat: Seat): string {
    return nameAmong(
      seat.address,
      this.#seats.map(({ address }) => address),
    );
  }

  isFront(seat: Seat): boolean {
    return seat === this.#front;
  }

  isWatched(seat: Seat): boolean {
    return this.isFront(seat) && this.#options.isLooking();
  }

  isCounted(seat: Seat): boolean {
    return !this.isFront(seat) && (seat.quiet ?? this.#options.quietRooms);
  }

  tellsComings(seat: Seat): boolean {
    const { comings } = this.#options;
    return comings === "all" || (comings === "front" && this.isFront(seat));
  }

  /** Whether nothing is told of what is said there, whatever the reader wants to be told besides. */
  isQuiet(seat: Seat): boolean {
    return seat.quiet ?? this.isCounted(seat);
  }

  tellsOf(said: Pick<Said, "calls">, seat: Seat): boolean {
    return this.#howTold(said, seat) !== "not";
  }

  print(lines: readonly LogLine[], seat: Seat): void {
    if (lines.length === 0) return;
    const tag = this.#tagOf(seat);
    this.#options.prompt.print(lines.map((line) => tagged(line, tag)));
  }

  heard(said: Said, seat: Seat): void {
    const how = this.#howTold(said, seat);
    if (how !== "not") this.#options.told(said, { seat, how });
  }

  asks(seat: Seat): void {
    const number = this.#seats.indexOf(seat) + 1;
    this.print([sentence(`! ${cliWords().rooms.asks({ room: seat.name, number })}`)], seat);
  }

  changed(): void {
    const front = this.#front;
    if (front?.isOpen) {
      const others = this.#seats.filter((seat) => seat !== front);
      const cells = Math.floor((this.columns - 1) / 2) - textWidth(front.label);
      front.sheet.setLabel(activity(others, cells) + front.label);
    }
    this.#options.changed();
  }

  #howTold(said: Pick<Said, "calls">, seat: Seat): HowTold {
    if (this.isQuiet(seat)) return "not";
    const { terminal, clock } = this.#options;
    return howTold(said, { ...seat.wishes.now, ...terminal.now }, clock.now());
  }

  #seat({ settings, quiet, wasKnown = false }: RoomToEnter, sheet: Sheet): Seat {
    const wishes = new KeptWishes(settings, (trouble) => this.say([sentence(oneLine(`! ${trouble}`))]));
    return new Seat({ address: settings.address, house: this, sheet, quiet, wishes, wasKnown });
  }

  #enter(seat: Seat, { settings, nick }: RoomToEnter): void {
    const conversation = new Conversation({
      settings,
      nick,
      desk: seat,
      commands: [
        ...roomCommands(this.#options.rooms()),
        notifyCommand(notifyDesk(seat, { terminal: this.#options.terminal, changed: () => this.changed() })),
      ],
      sent: this.#options.sent,
      quit: (reason) => this.quit(reason),
      interrupt: () => this.interrupt(),
      quitNow: (ending) => this.quitNow(ending),
    });
    seat.conversation = conversation;
    void conversation.ended.then((ending) => this.#over(seat, ending));
  }

  /** Nobody is there any more. */
  #over(seat: Seat, ending: Ending): void {
    const { name } = seat;
    this.#endings.push({ room: name, ending });
    const next = this.#after(seat);
    if (next === undefined) {
      this.#seats = [];
      this.#front = undefined;
      this.#options.changed();
      this.#end(this.#isLeaving ? endingOfAll(this.#endings) : ending);
      return;
    }
    const { rooms } = cliWords();
    if (!this.#isLeaving || ending.message !== undefined) {
      this.print([sentence(oneLine(ending.message ?? rooms.left(name)))], seat);
    }
    const { rest } = seat.sheet;
    if (rest.trim() !== "") this.print([sentence(oneLine(`! ${rooms.draftLost(rest)}`))], seat);
    seat.close();
    this.#seats = this.#seats.filter((each) => each !== seat);
    if (this.isFront(seat)) this.go(next, "by_itself");
    this.changed();
  }

  /** Where one is once it has been left: where one was before, or in the one beside it. */
  #after(seat: Seat): Seat | undefined {
    const others = this.#seats.filter((each) => each !== seat);
    const at = this.#seats.indexOf(seat);
    return others.find((each) => each === this.#last && !each.isParted) ?? others[at] ?? others[at - 1];
  }

  #tagOf(seat: Seat): string {
    if (this.#seats.length < 2) return "";
    const names = this.#seats.map(({ name }) => name);
    return tagsOf(names, this.#options.styles)[this.#seats.indexOf(seat)] ?? "";
  }
}
