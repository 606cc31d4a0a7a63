import type { ComponentChild, ComponentType } from "preact";
import type { tokenOfLink } from "../../core/link.ts";
import { isProblem, localProblem, type Problem } from "../../core/problem.ts";
import { Gate } from "../gate/gate.tsx";
import type { JoinCardProps, JoinForm } from "../gate/join-form.ts";
import type { OutsideCard } from "../gate/outside-card.tsx";
import { Awaited } from "../parts/awaited.tsx";
import { claimKept } from "../session/claim.ts";
import { type AskDoor, isShut } from "../session/is-shut.ts";
import type { Late } from "../session/late.ts";
import { nickIn, setLastNick, setToken, takeInvited, tokenOf } from "../session/remembered.ts";
import { RoomSession, type SessionParts } from "../session/room-session.ts";
import { RoomTalk } from "./room-talk.tsx";

/** What a room's page loads later. */
export interface PageParts extends SessionParts {
  tokenOfLink: typeof tokenOfLink;
  OutsideCard: typeof OutsideCard;
}

/** What it loads where somebody stands at its door. */
export interface DoorParts {
  askDoor: AskDoor;
  JoinCard: ComponentType<JoinCardProps>;
}

export interface RoomPageOptions {
  room: string;
  late: Late<PageParts>;
  door: Late<DoorParts>;
  changed(): void;
}

/** A room, from its door to its talk. */
export class RoomPage {
  readonly room: string;
  session: RoomSession | undefined;
  readonly #options: RoomPageOptions;
  #problem: Problem | undefined;
  /** Why nobody is let in, as far as was asked before anybody joined. */
  #door: Problem | undefined;
  /** It was shut before the person's things were found. */
  #isShut = false;
  /** Somebody stands at the door. */
  #isAtDoor = false;

  constructor(options: RoomPageOptions) {
    this.#options = options;
    this.room = options.room;
  }

  /** Whoever chose this room, or has been here, need not be asked. */
  open(): void {
    const nick = nickIn(this.room);
    const expected = takeInvited(this.room) || tokenOf(this.room) !== undefined;
    if (expected && nick !== "") void this.#enter({ nick });
    else void this.#ask();
  }

  /** Tries to get in once more. */
  retry(): void {
    const chat = this.session?.chat;
    if (chat === undefined) void this.#ask();
    else if (chat.state.state === "refused" && isShut(chat.state.problem)) chat.rejoin({ anew: true });
    else chat.wake();
  }

  /** Lets go of the room, without leaving it. */
  shut(): void {
    this.#isShut = true;
    this.session?.shut();
  }

  /** Nobody is asked for a nickname that leads nowhere. */
  async #ask(): Promise<void> {
    this.#isAtDoor = true;
    this.#options.changed();
    this.#door = await this.#why();
    this.#options.changed();
  }

  /** Where the network is gone, nobody says. */
  readonly #why = async (): Promise<Problem | undefined> =>
    (await this.#options.door.load())?.askDoor(this.room);

  async #enter(entry: Omit<JoinForm, "code">): Promise<void> {
    const { room, late, changed } = this.#options;
    const kept = await claimKept(room);
    if (this.#isShut) return;
    const token = tokenOf(room) ?? setToken(room);
    this.session = new RoomSession({ ...entry, room, token, kept, late, ask: this.#why, changed });
    this.session.chat.start();
  }

  /** Whether the talk is what it shows. */
  get isInside(): boolean {
    return this.session !== undefined && !/refused|stopped/.test(this.session.chat.state.state);
  }

  /** What it shows. */
  content(): ComponentChild {
    const { session } = this;
    const state = session?.chat.state;
    const refused = state?.state === "refused" ? state.problem : session ? undefined : this.#door;
    if (state?.state === "stopped" || (refused && isShut(refused))) return this.#outside(refused);
    if (session !== undefined && refused === undefined) return <RoomTalk key={this.room} session={session} />;
    if (session === undefined && !this.#isAtDoor) return null;
    const problem = this.#problem ?? (session && refused);
    return this.#fromLate(this.#options.door, ({ JoinCard }) => (
      <JoinCard room={this.room} problem={problem} onJoin={(entry) => void this.#join(entry)} />
    ));
  }

  /** What is drawn with a part that may have to be fetched first. */
  #fromLate<Part>(late: Late<Part>, draw: (part: Part) => ComponentChild): ComponentChild {
    if (late.part === "coming") void late.load().then(this.#options.changed);
    if (typeof late.part !== "string") return draw(late.part);
    return (
      <Gate>
        <Awaited late={late} />
      </Gate>
    );
  }

  #outside(problem: Problem | undefined): ComponentChild {
    return this.#fromLate(this.#options.late, ({ OutsideCard }) => (
      <OutsideCard
        room={this.room}
        session={this.session}
        problem={problem}
        onRetry={() => this.retry()}
        onToken={(token) => this.#become(token)}
      />
    ));
  }

  #become(token: string): void {
    if (this.session) this.session.become(token);
    else {
      setToken(this.room, token);
      this.open();
    }
  }

  async #join({ code, ...entry }: JoinForm): Promise<void> {
    const { late, changed } = this.#options;
    const token = code && ((await late.load())?.tokenOfLink(code) ?? localProblem("offline"));
    this.#problem = isProblem(token) ? token : undefined;
    if (isProblem(token)) {
      changed();
      return;
    }
    setLastNick(entry.nick);
    if (token) this.#become(token);
    else if (this.session === undefined) void this.#enter(entry);
    else this.session.chat.rejoin(entry);
  }
}
