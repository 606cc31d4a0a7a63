import { randomClient } from "../../../src/protocol/identity.ts";
import { type Chat, createChat, type Saved } from "../../core/chat.ts";
import type { ChatEvent, ChatState } from "../../core/chat-event.ts";
import { systemClock } from "../../core/clock.ts";
import type { Problem } from "../../core/problem.ts";
import { commandLine, SLASH_COMMANDS } from "../../core/slash-commands.ts";
import { EXIT } from "../exit-code.ts";
import { loadToken, saveToken } from "../identity.ts";
import { Ignored } from "../ignored.ts";
import type { Settings } from "../settings.ts";
import { nodeSocket } from "../socket.ts";
import { type Styles, stylesFor } from "../styles.ts";
import { clockface } from "../time.ts";
import { label } from "../view/label.ts";
import { oneLine } from "../view/one-line.ts";
import { Teller } from "../view/teller.ts";
import { type Shown, View } from "../view/view.ts";
import type { Desk } from "./desk.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusal, withUnsent } from "./outcome.ts";
import { nicksBySpeech, terminalUi } from "./terminal-ui.ts";

/** Milliseconds between two looks at what the prompt says. */
const TICK = 1_000;
/** A tick that comes so late (ms) was slept through. */
const SLEPT = 5_000;
/** Milliseconds that leaving may take: Ctrl-C is to end within a second. */
const LEAVE_WITHIN = 700;

/** A person at a terminal, in a room, until they leave. */
export class Conversation {
  readonly ended: Promise<Ending>;
  readonly #settings: Settings;
  readonly #desk: Desk;
  readonly #styles: Styles;
  readonly #view: View;
  readonly #ignored: Ignored;
  #end: (ending: Ending) => void = () => {};
  #token: string;
  #nick: string;
  #chat: Chat;
  #phase: "arriving" | "here" | "moving" | { leaving: Ending } = "arriving";
  #offlineSince: number | undefined;
  #ticked = systemClock.now();

  constructor({ settings, desk, nick }: { settings: Settings; desk: Desk; nick: string }) {
    this.#settings = settings;
    this.#desk = desk;
    this.#nick = nick;
    this.#styles = stylesFor(settings.colorDepth);
    this.#view = new View({
      styles: this.#styles,
      clockface: clockface({ format: settings.time }),
      now: systemClock.now,
      you: () => this.#chat.room.you,
    });
    this.#ignored = new Ignored(settings);
    this.#token = loadToken(settings);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#chat = this.#enter();
    setInterval(() => this.#tick(), TICK).unref();
  }

  start(): void {
    this.#chat.start();
  }

  /** The machine, or this process, was asleep. */
  wake(): void {
    this.#chat.wake();
  }

  /** Leaves once what waits is sent; asked again, or offline, at once. */
  leave(ending: Ending): void {
    const { state } = this.#chat.state;
    const isAsked = typeof this.#phase === "object";
    this.#phase = { leaving: ending };
    if (isAsked || state !== "online" || this.#chat.outbox.length === 0) void this.leaveNow(ending);
  }

  async leaveNow(ending: Ending): Promise<void> {
    this.#phase = { leaving: ending };
    await this.#chat.leave(LEAVE_WITHIN);
    this.#finish(ending);
  }

  /** A chat for the present person, and what is to be done about its events. */
  #enter(saved?: Saved): Chat {
    const { address, key, admin } = this.#settings;
    const socket = nodeSocket(address);
    const chat = createChat({
      connect: socket.connect,
      clock: systemClock,
      random: Math.random,
      nick: this.#nick,
      token: this.#token,
      // Two terminals of one person are two clients; a reconnect is none.
      client: randomClient(),
      ...(key !== undefined && { key }),
      ...(admin !== undefined && { admin }),
      ...(saved !== undefined && { saved }),
    });
    const teller = new Teller({
      chat,
      view: this.#view,
      styles: this.#styles,
      clock: systemClock,
      ignored: this.#ignored,
      talk: (shown) => this.#show(shown),
      status: (shown) => this.#show(shown),
    });
    const submit = commandLine(
      chat,
      terminalUi({
        desk: this.#desk,
        view: this.#view,
        ignored: this.#ignored,
        token: () => this.#token,
        become: (token) => void this.#become(token),
        quit: () => this.leave({ exitCode: EXIT.fine }),
      }),
    );
    chat.subscribe((event) => {
      if (chat !== this.#chat) return;
      teller.tell(event);
      this.#follow(event, { submit, trouble: socket.trouble });
    });
    return chat;
  }

  #follow(
    event: ChatEvent,
    means: { submit: (line: string) => void; trouble: () => string | undefined },
  ): void {
    switch (event.type) {
      case "state":
        this.#changed(event.state, means.trouble);
        break;
      case "caught_up":
        this.#phase = "here";
        this.#open(means.submit);
        break;
      case "renamed":
        if (event.uid === this.#chat.room.you?.uid) this.#nick = event.nick;
        break;
      case "unsure":
        for (const { key, draft } of event.entries)
          void this.#askAgain(key, "text" in draft ? draft.text : "");
        break;
      case "stored":
      case "failed":
        if (typeof this.#phase === "object" && this.#chat.outbox.length === 0)
          void this.leaveNow(this.#phase.leaving);
        break;
    }
    this.#relabel();
  }

  #changed(state: ChatState, trouble: () => string | undefined): void {
    if (state.state === "online") this.#offlineSince = undefined;
    if (typeof this.#phase === "object") {
      if (state.state === "waiting") void this.leaveNow(this.#phase.leaving);
      return;
    }
    switch (state.state) {
      case "waiting":
        this.#offlineSince ??= systemClock.now();
        if (this.#phase === "arriving" && state.problem?.problem !== "rate_limited") {
          this.#finish(
            endingOfFirst(state.problem, trouble() ?? `${this.#settings.address.origin} does not answer.`),
          );
        }
        return;
      case "refused":
        void this.#refused(state.problem);
        return;
      case "stopped":
        if (this.#phase !== "moving") this.#finish(endingOf(state));
        return;
    }
  }

  async #refused(problem: Problem): Promise<void> {
    const { message } = problem;
    switch (problem.problem) {
      case "bad_nick":
      case "nick_taken": {
        if (this.#desk.isOpen)
          return this.#show(this.#view.remark(`! ${oneLine(message)} Take another with /nick.`));
        this.#desk.print([oneLine(message)]);
        const nick = await this.#desk.ask({ label: "Nickname: ", text: this.#nick });
        if (nick === undefined) return this.#finish({ exitCode: EXIT.interrupted });
        this.#nick = nick.trim();
        return this.#chat.rejoin({ nick: this.#nick });
      }
      case "locked":
      case "bad_key": {
        this.#desk.print([oneLine(message)]);
        const key = await this.#desk.ask({ label: "Passphrase: ", secret: true });
        if (key === undefined) return this.#finish({ exitCode: EXIT.key });
        return this.#chat.rejoin({ key });
      }
      default:
        this.#finish(endingOfRefusal(problem));
    }
  }

  async #askAgain(key: number, text: string): Promise<void> {
    this.#desk.print([`Nobody knows whether this has arrived: ${oneLine(text)}`]);
    const answer = await this.#desk.ask({ label: "Send it again? [y/N] " });
    if (answer?.trim().toLowerCase() === "y") this.#chat.resend(key);
    else this.#chat.drop(key);
  }

  async #become(token: string): Promise<void> {
    if (this.#chat.outbox.length > 0) {
      return this.#show(
        this.#view.remark("! Something still waits to be sent as who you are now. Try again then."),
      );
    }
    saveToken(this.#settings, token);
    this.#token = token;
    this.#phase = "moving";
    const { after, epoch } = this.#chat.saved();
    await this.#chat.leave(LEAVE_WITHIN);
    this.#chat = this.#enter({
      ...(after !== undefined && { after }),
      ...(epoch !== undefined && { epoch }),
    });
    this.#chat.start();
  }

  #open(submit: (line: string) => void): void {
    this.#desk.open({
      label: this.#label(),
      candidates: () => ({
        nicks: nicksBySpeech(this.#chat),
        commands: SLASH_COMMANDS.map(({ name }) => `/${name}`),
      }),
      onSubmit: submit,
      onLeave: (by) => {
        if (by === "eof") this.leave({ exitCode: EXIT.fine });
        else void this.leaveNow({ exitCode: by === "hangup" ? EXIT.hungUp : EXIT.interrupted });
      },
    });
  }

  #show({ lines, bell }: Shown): void {
    this.#desk.print(lines);
    if (bell && this.#settings.bell) this.#desk.ring();
  }

  #label(): string {
    return label(this.#chat, { now: systemClock.now(), offlineSince: this.#offlineSince });
  }

  #relabel(): void {
    this.#desk.setLabel(this.#label());
  }

  #tick(): void {
    const now = systemClock.now();
    if (now - this.#ticked > SLEPT) this.wake();
    this.#ticked = now;
    this.#relabel();
  }

  #finish(ending: Ending): void {
    this.#end(withUnsent(ending, this.#chat.outbox.length));
  }
}
