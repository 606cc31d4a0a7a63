import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Message } from "../../../src/protocol/event.ts";
import type { Chat, Saved } from "../../core/chat.ts";
import type { ChatEvent, ChatState } from "../../core/chat-event.ts";
import { systemClock } from "../../core/clock.ts";
import type { Problem } from "../../core/problem.ts";
import { commandLine, type Submitted } from "../../core/slash/slash-commands.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusals, leftIn, withUnsent } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { type Entrance, enter } from "../net/enter.ts";
import { Ignored } from "../person/ignored.ts";
import { Self } from "../person/self.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { described } from "../view/described.ts";
import { Teller } from "../view/teller.ts";
import type { LogAddition, View } from "../view/view.ts";
import { viewOf } from "../view/view-of.ts";
import { cliWords } from "../words/words.ts";
import { askAgain } from "./ask-again.ts";
import { Departure } from "./departure.ts";
import type { Desk } from "./desk.ts";
import type { Concern } from "./homecoming.ts";
import { isClosing } from "./is-closing.ts";
import { Memory } from "./memory.ts";
import { MissedPlace } from "./missed-place.ts";
import { PromptLabel } from "./prompt-label.ts";
import { askForBetter } from "./refused.ts";
import { candidates, terminalUi } from "./terminal-ui.ts";

/** Where a conversation is: not in the room yet, in it, or changing who one is. */
type Phase = "arriving" | "here" | "moving";

/** What a room, or something before it, may no longer say in a moment. */
const PASSING: ReadonlySet<Problem["problem"]> = new Set(["rate_limited", "internal", "no_answer"]);

export interface ConversationOptions {
  readonly settings: ClientSettings;
  readonly desk: Desk;
  readonly nick: string;
}

/** A person at a terminal, in a room, until they leave. */
export class Conversation {
  readonly ended: Promise<Ending>;
  readonly #settings: ClientSettings;
  readonly #desk: Desk;
  readonly #self: Self;
  readonly #view: View;
  readonly #ignored: Ignored;
  readonly #label: PromptLabel;
  readonly #departure: Departure;
  #end: (ending: Ending) => void = () => {};
  #submit: (line: string) => Submitted = () => "done";
  #chat: Chat;
  #kept: Memory | undefined;
  #phase: Phase = "arriving";
  /** What the room has refused before it let anybody in. */
  #refusal: Problem | undefined;
  /** Why nobody is let in yet, as it was told last. */
  #waitTold: string | undefined;
  /** Whether somebody is being asked for what the room wants. */
  #isAsked = false;

  constructor({ settings, desk, nick }: ConversationOptions) {
    this.#settings = settings;
    this.#desk = desk;
    this.#self = new Self(settings, nick);
    this.#view = viewOf(settings, () => this.#chat.room.you);
    this.#ignored = new Ignored(settings, (sentence) => this.#remark(`! ${sentence}`));
    this.#label = new PromptLabel({
      desk,
      chat: () => this.#chat,
      nick: () => this.#self.nick,
      room: settings.address.room,
    });
    this.#departure = new Departure({
      chat: () => this.#chat,
      remark: (sentence) => this.#remark(sentence),
      left: (ending) => this.#finish(ending),
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#chat = this.#enter();
    this.#tellEarlier();
    this.#chat.start();
  }

  leaveNow(ending: Ending): Promise<void> {
    return this.#departure.leaveNow(ending);
  }

  /** A chat for the present person, and what is to be done about its events. */
  #enter(saved?: Saved): Chat {
    const kept = new Memory({
      settings: this.#settings,
      token: this.#self.token,
      chat: () => chat,
      complain: (sentence) => this.#remark(`! ${sentence}`),
    });
    this.#kept = kept;
    const earlier = { ...saved, ...kept.earlier };
    const entrance = enter(this.#settings, { self: this.#self, saved: earlier, client: kept.client });
    const { chat } = entrance;
    const show = (shown: LogAddition) => this.#desk.show(shown);
    const teller = new Teller({
      chat,
      view: this.#view,
      clock: systemClock,
      ignored: this.#ignored,
      talk: show,
      status: show,
    });
    const unread = new MissedPlace();
    const ui = terminalUi({
      desk: this.#desk,
      view: this.#view,
      ignored: this.#ignored,
      token: () => this.#self.token,
      become: (token) => void this.#become(token),
      unread,
      quit: (reason) => this.#departure.leave({ exitCode: EXIT.fine }, reason),
    });
    const home = kept.homecoming({
      isGoingOn: saved !== undefined,
      judge: (message) => this.#judge(message),
      tell: (event) => {
        teller.tell(event);
        // Behind what was missed.
        if (event.type === "caught_up") this.#open();
      },
      missed: (missed) => {
        show(this.#view.stopped(missed));
        if (!missed.isWhole) unread.begin(missed.since.id, missed.first);
      },
    });
    const submit = commandLine(chat, ui);
    this.#submit = (line) => {
      const submitted = submit(line);
      kept.keep();
      return submitted;
    };
    chat.subscribe((event) => {
      if (chat !== this.#chat) return;
      const notice = this.#self.follow(event, chat.room);
      if (notice !== undefined) this.#remark(notice);
      kept.follow(event);
      home(event);
      this.#follow(event, entrance);
      this.#departure.consider();
      this.#label.update();
    });
    return chat;
  }

  #follow(event: ChatEvent, entrance: Entrance): void {
    switch (event.type) {
      case "state":
        this.#label.changed(event.state);
        this.#changed(event.state, entrance);
        return;
      case "caught_up":
        this.#phase = "here";
        this.#refusal = undefined;
        return;
      case "unsure":
        for (const entry of event.entries) {
          void askAgain(this.#chat, this.#desk, entry).then(() => this.#kept?.keep());
        }
        return;
    }
  }

  #changed(state: ChatState, entrance: Entrance): void {
    if (this.#departure.isWanted) return;
    switch (state.state) {
      case "waiting":
        if (this.#phase === "arriving") this.#wait(state.problem, entrance);
        return;
      case "refused":
        void this.#refused(state.problem);
        return;
      case "stopped":
        if (this.#phase !== "moving") this.#finish(this.#endingOf(state));
        return;
      case "idle":
      case "connecting":
      case "online":
        return;
      default:
        state satisfies never;
    }
  }

  /** Nobody is let in yet: what may pass is waited for, and what is typed meanwhile waits, too. */
  #wait(problem: Problem | undefined, { trouble, mayPass }: Entrance): void {
    if (problem === undefined ? !mayPass() : !PASSING.has(problem.problem)) {
      this.#finish(endingOfFirst(problem, trouble()));
      return;
    }
    const why = oneLine(problem === undefined ? trouble() : sayProblem(problem));
    // Of a limit, and of how long it holds, the teller tells.
    if (why !== this.#waitTold && problem?.problem !== "rate_limited") {
      this.#remark(`! ${cliWords().view.goesOnTrying(why)}`);
    }
    this.#waitTold = why;
    this.#open();
  }

  #endingOf(state: Extract<ChatState, { state: "stopped" }>): Ending {
    if (state.code === CLOSE.flooding && this.#refusal !== undefined) return endingOfRefusals(this.#refusal);
    return endingOf(state, { told: this.#phase === "here" });
  }

  async #refused(problem: Problem): Promise<void> {
    this.#refusal = problem;
    if (this.#isAsked) return;
    this.#isAsked = true;
    const ending = await askForBetter({
      chat: this.#chat,
      desk: this.#desk,
      problem,
      self: this.#self,
      keyWithheld: this.#settings.keyWithheld,
      isNew: this.#phase === "arriving",
    });
    this.#isAsked = false;
    if (ending !== undefined) this.#finish(ending);
  }

  #open(): void {
    this.#desk.open({
      label: this.#label.text,
      candidates: () => candidates(this.#chat),
      onSubmit: (line) => {
        if (!this.#departure.isWanted || isClosing(line)) return this.#submit(line);
        this.#remark(`! ${cliWords().talk.leavingAlready}`);
        return "refused";
      },
      onLeave: (by) => {
        if (by === "eof") this.#departure.leave({ exitCode: EXIT.fine });
        else void this.leaveNow({ exitCode: by === "hangup" ? EXIT.hungUp : EXIT.interrupted });
      },
    });
  }

  /** Goes on as the person of another token, from what the screen has shown. */
  async #become(token: string): Promise<void> {
    if (this.#chat.outbox.length > 0) {
      this.#remark(`! ${cliWords().talk.stillWaits}`);
      return;
    }
    this.#self.link(token);
    this.#phase = "moving";
    const { outbox: _, stored: __, ...seen } = this.#chat.saved();
    await this.#chat.leave(LEAVE_WITHIN);
    this.#chat = this.#enter(seen);
    this.#chat.start();
  }

  /** What an earlier run has left is on its way. */
  #tellEarlier(): void {
    const { outbox } = this.#chat;
    if (outbox.length === 0) return;
    this.#remark(cliWords().talk.ofLastTime(outbox.length));
    for (const { draft } of outbox) this.#remark(`… ${described(draft)}`);
  }

  #judge(message: Message): Concern {
    const isOwn = message.uid === this.#chat.room.you?.uid;
    if (isOwn || message.text === undefined || this.#ignored.has(message.uid)) return "neither";
    return this.#view.concerns(message) ? "concerns" : "counts";
  }

  #remark(sentence: string): void {
    this.#desk.show(this.#view.remark(oneLine(sentence)));
  }

  #finish(ending: Ending): void {
    const isKept = this.#kept?.close() ?? false;
    this.#end(withUnsent(ending, { ...leftIn(this.#chat.outbox), isKept }));
  }
}
