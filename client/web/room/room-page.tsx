import type { ComponentChild } from "preact";
import { isProblem, localProblem, type Problem } from "../../core/problem.ts";
import { Gate } from "../gate/gate.tsx";
import { JoinCard, type JoinForm } from "../gate/join-card.tsx";
import { titleOf } from "../model/unread.ts";
import { Awaited } from "../parts/awaited.tsx";
import { type AskDoor, isShut } from "../session/asking-why.ts";
import { claimKept } from "../session/claim.ts";
import type { Late } from "../session/late.ts";
import { lastNick, setLastNick, setToken, takeInvited, tokenOf } from "../session/remembered.ts";
import { type LateParts, RoomSession } from "../session/room-session.ts";
import { RoomTalk } from "./room-talk.tsx";

interface RoomPageOptions {
  room: string;
  late: Late<LateParts>;
  ask: AskDoor;
  show(content: ComponentChild): void;
}

/** A room, from its door to its talk. */
export class RoomPage {
  readonly #room: string;
  readonly #late: Late<LateParts>;
  readonly #askDoor: AskDoor;
  readonly #show: (content: ComponentChild) => void;
  #session: RoomSession | undefined;
  #problem: Problem | undefined;
  /** Why nobody is let in, as far as was asked before anybody joined. */
  #door: Problem | undefined;

  constructor({ room, late, ask, show }: RoomPageOptions) {
    this.#room = room;
    this.#late = late;
    this.#askDoor = ask;
    this.#show = show;
  }

  /** Whoever chose this room, or has been here, need not be asked. */
  open(): void {
    const expected = takeInvited(this.#room) || tokenOf(this.#room) !== undefined;
    if (expected && lastNick() !== "") void this.#enter({ nick: lastNick() });
    else void this.#ask();
  }

  /** Tries to get in once more. */
  retry(): void {
    const chat = this.#session?.chat;
    if (chat === undefined) void this.#ask();
    else if (chat.state.state === "refused" && isShut(chat.state.problem)) chat.rejoin({ anew: true });
    else chat.wake();
  }

  /** Nobody is asked for a nickname that leads nowhere. */
  async #ask(): Promise<void> {
    this.#draw();
    this.#door = await this.#askDoor(this.#room);
    this.#draw();
  }

  async #enter(entry: Omit<JoinForm, "code">): Promise<void> {
    const room = this.#room;
    const kept = await claimKept(room);
    const session = new RoomSession({
      ...entry,
      room,
      token: tokenOf(room) ?? setToken(room),
      kept,
      late: this.#late,
      ask: this.#askDoor,
      changed: () => this.#draw(),
    });
    this.#session = session;
    const wake = () => document.hidden || session.chat.wake();
    addEventListener("online", wake);
    addEventListener("visibilitychange", wake);
    addEventListener("pagehide", () => session.keep());
    addEventListener("beforeunload", (event) => {
      if (session.chat.outbox.length > 0) event.preventDefault();
    });
    session.chat.start();
  }

  #draw(): void {
    document.title = titleOf(this.#room, this.#session?.feed.unread.count ?? 0);
    this.#show(this.#content());
  }

  #content(): ComponentChild {
    const session = this.#session;
    const state = session?.chat.state;
    const refused = state?.state === "refused" ? state.problem : session ? undefined : this.#door;
    if (state?.state === "stopped" || (refused && isShut(refused))) return this.#outside(refused);
    if (session !== undefined && refused === undefined) return <RoomTalk session={session} />;
    const problem = this.#problem ?? (session && refused);
    return <JoinCard room={this.#room} problem={problem} onJoin={(entry) => void this.#join(entry)} />;
  }

  #outside(problem: Problem | undefined): ComponentChild {
    const late = this.#late;
    if (late.part === "coming") void late.load().then(() => this.#draw());
    if (typeof late.part === "string") {
      return (
        <Gate>
          <Awaited late={late} />
        </Gate>
      );
    }
    const { OutsideCard } = late.part;
    return (
      <OutsideCard
        room={this.#room}
        session={this.#session}
        problem={problem}
        onRetry={() => this.retry()}
        onToken={(token) => this.#become(token)}
      />
    );
  }

  #become(token: string): void {
    if (this.#session) this.#session.ui.become(token);
    else {
      setToken(this.#room, token);
      this.open();
    }
  }

  async #join({ code, ...entry }: JoinForm): Promise<void> {
    const token = code && ((await this.#late.load())?.tokenOfLink(code) ?? localProblem("offline"));
    this.#problem = isProblem(token) ? token : undefined;
    if (isProblem(token)) {
      this.#draw();
      return;
    }
    setLastNick(entry.nick);
    if (token) this.#become(token);
    else if (this.#session === undefined) void this.#enter(entry);
    else this.#session.chat.rejoin(entry);
  }
}
