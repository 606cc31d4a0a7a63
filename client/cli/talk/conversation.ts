import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Chat, Saved } from "../../core/chat.ts";
import type { ChatEvent, ChatState } from "../../core/chat-event.ts";
import { systemClock } from "../../core/clock.ts";
import type { Problem } from "../../core/problem.ts";
import { commandLine, type Submitted } from "../../core/slash/slash-commands.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusals, leftIn, withUnsent } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { type Entrance, enter } from "../net/enter.ts";
import { Ignored } from "../person/ignored.ts";
import { Self } from "../person/self.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { Teller } from "../view/teller.ts";
import type { LogAddition, View } from "../view/view.ts";
import { viewOf } from "../view/view-of.ts";
import { cliWords } from "../words/words.ts";
import { askAgain } from "./ask-again.ts";
import { Departure } from "./departure.ts";
import type { Desk } from "./desk.ts";
import { isClosing } from "./is-closing.ts";
import { PromptLabel } from "./prompt-label.ts";
import { askForBetter } from "./refused.ts";
import { candidates, terminalUi } from "./terminal-ui.ts";

/** Where a conversation is: not in the room yet, in it, or changing who one is. */
type Phase = "arriving" | "here" | "moving";

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
  #phase: Phase = "arriving";
  /** What the room has refused before it let anybody in. */
  #refusal: Problem | undefined;
  /** Whether somebody is being asked for what the room wants. */
  #isAsked = false;

  constructor({ settings, desk, nick }: ConversationOptions) {
    this.#settings = settings;
    this.#desk = desk;
    this.#self = new Self(settings, nick);
    this.#view = viewOf(settings, () => this.#chat.room.you);
    this.#ignored = new Ignored(settings, (sentence) => this.#remark(`! ${sentence}`));
    this.#label = new PromptLabel({ desk, chat: () => this.#chat });
    this.#departure = new Departure({
      chat: () => this.#chat,
      remark: (sentence) => this.#remark(sentence),
      left: (ending) => this.#finish(ending),
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#chat = this.#enter();
    this.#chat.start();
  }

  leaveNow(ending: Ending): Promise<void> {
    return this.#departure.leaveNow(ending);
  }

  /** A chat for the present person, and what is to be done about its events. */
  #enter(saved?: Saved): Chat {
    const entrance = enter(this.#settings, { self: this.#self, saved });
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
    const ui = terminalUi({
      desk: this.#desk,
      view: this.#view,
      ignored: this.#ignored,
      token: () => this.#self.token,
      become: (token) => void this.#become(token),
      quit: (reason) => this.#departure.leave({ exitCode: EXIT.fine }, reason),
    });
    this.#submit = commandLine(chat, ui);
    chat.subscribe((event) => {
      if (chat !== this.#chat) return;
      const notice = this.#self.follow(event, chat.room);
      if (notice !== undefined) this.#remark(notice);
      teller.tell(event);
      this.#follow(event, entrance);
      this.#departure.consider();
      this.#label.update();
    });
    return chat;
  }

  #follow(event: ChatEvent, { trouble }: Entrance): void {
    switch (event.type) {
      case "state":
        this.#label.changed(event.state);
        this.#changed(event.state, trouble);
        return;
      case "caught_up":
        this.#phase = "here";
        this.#refusal = undefined;
        this.#open();
        return;
      case "unsure":
        for (const entry of event.entries) void askAgain(this.#chat, this.#desk, entry);
        return;
    }
  }

  #changed(state: ChatState, trouble: () => string): void {
    if (this.#departure.isWanted) return;
    switch (state.state) {
      case "waiting":
        if (this.#phase === "arriving" && state.problem?.problem !== "rate_limited") {
          this.#finish(endingOfFirst(state.problem, trouble()));
        }
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

  #remark(sentence: string): void {
    this.#desk.show(this.#view.remark(oneLine(sentence)));
  }

  #finish(ending: Ending): void {
    this.#end(withUnsent(ending, leftIn(this.#chat.outbox)));
  }
}
