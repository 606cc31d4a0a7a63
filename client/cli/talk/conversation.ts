import type { Message } from "../../../src/protocol/event.ts";
import type { Chat, Saved } from "../../core/chat.ts";
import { systemClock } from "../../core/clock.ts";
import type { Entry } from "../../core/sending/entry.ts";
import type { SlashCommand } from "../../core/slash/slash-command.ts";
import { commandLine, SLASH_COMMANDS, type Submitted } from "../../core/slash/slash-commands.ts";
import { oneLine } from "../../core/text/one-line.ts";

import { words } from "../../core/words/words.ts";
import { type Ending, leftIn, withUnsent } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { RoomLog } from "../log/room-log.ts";
import { enter } from "../net/enter.ts";
import { Ignored } from "../person/ignored.ts";
import { Self } from "../person/self.ts";
import type { SentLines } from "../person/sent-lines.ts";
import type { DraftOptions } from "../prompt/prompt.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { described } from "../view/described.ts";
import { whole } from "../view/fitted.ts";
import { Teller } from "../view/teller.ts";
import type { LogAddition, View } from "../view/view.ts";
import { viewOf } from "../view/view-of.ts";
import { cliWords } from "../words/words.ts";
import { Arrival } from "./arrival.ts";
import { askAgain } from "./ask-again.ts";
import { Departure } from "./departure.ts";
import type { Desk } from "./desk.ts";
import type { Concern } from "./homecoming.ts";
import { isClosing } from "./is-closing.ts";
import { mayBeKept } from "./may-be-kept.ts";
import { Memory } from "./memory.ts";
import { MissedPlace } from "./missed-place.ts";
import { PromptLabel } from "./prompt-label.ts";
import { showCommand } from "./show-command.ts";
import { type TalkFiles, talkFiles } from "./talk-files.ts";
import { candidates, terminalUi } from "./terminal-ui.ts";
import { WhoTypes } from "./who-types.ts";

export interface ConversationOptions {
  readonly settings: ClientSettings;
  readonly desk: Desk;
  readonly nick: string;
  /** What can be typed besides what every client knows. */
  readonly commands: readonly SlashCommand[];
  /** What was sent, in whichever room. */
  readonly sent: SentLines;
  /** They want to go, from wherever they are; the others read the reason. */
  quit(reason?: string): void;
  /** The same, by a key that may have been pressed for something else. */
  interrupt(): void;
  /** The same, at once. */
  quitNow(ending: Ending): void;
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
  readonly #log: RoomLog;
  readonly #whoTypes: WhoTypes;
  readonly #arrival: Arrival;
  readonly #departure: Departure;
  readonly #missed = new MissedPlace();
  readonly #options: ConversationOptions;
  readonly #files: TalkFiles;
  readonly #commands: readonly SlashCommand[];
  #end: (ending: Ending) => void = () => {};
  #complete: NonNullable<DraftOptions["candidates"]> = () => ({ nicks: [], commands: [] });
  #submit: (line: string) => Submitted = () => "done";
  #chat: Chat;
  #kept: Memory | undefined;

  constructor(options: ConversationOptions) {
    const { settings, desk, nick } = options;
    this.#options = options;
    this.#settings = settings;
    this.#desk = desk;
    this.#self = new Self(settings, nick);
    this.#view = viewOf(settings, () => this.#chat.room.you);
    this.#ignored = new Ignored(settings, (sentence) => this.#remark(`! ${sentence}`));
    this.#label = new PromptLabel({
      desk,
      chat: () => this.#chat,
      nick: () => this.#self.nick,
      doing: () => this.#files.status,
    });
    this.#files = talkFiles({
      settings,
      desk,
      ignored: this.#ignored,
      token: () => this.#self.token,
      chat: () => this.#chat,
      remark: (sentence) => this.#remark(sentence),
      changed: () => {
        this.#label.update();
        this.#departure.consider();
      },
    });
    this.#commands = [...options.commands, ...this.#files.commands];
    this.#log = new RoomLog({
      settings,
      ignored: this.#ignored,
      chat: () => this.#chat,
      complain: (sentence) => this.#remark(`! ${sentence}`),
    });
    this.#whoTypes = new WhoTypes({ ignored: this.#ignored, show: (aside) => desk.setAside(aside) });
    this.#arrival = new Arrival({
      desk,
      self: this.#self,
      settings,
      remark: (sentence) => this.#remark(sentence),
      open: () => this.#open(),
      ended: (ending) => this.#finish(ending),
    });
    this.#departure = new Departure({
      chat: () => this.#chat,
      files: () => this.#files.waiting,
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

  get nick(): string {
    return this.#chat.room.you?.nick ?? this.#self.nick;
  }

  get chat(): Chat {
    return this.#chat;
  }

  /** Leaves the room once what waits is sent; the others read the reason. */
  leave(reason?: string): void {
    this.#departure.leave({ exitCode: EXIT.fine }, reason);
  }

  leaveNow(ending: Ending): Promise<void> {
    return this.#departure.leaveNow(ending);
  }

  /** All that has happened is on the screen now. */
  looked(): void {
    this.#kept?.showedAll();
  }

  /** Somebody is there, and has read what is on the screen: their other clients need not show it as new. */
  read(): void {
    const newest = this.#kept?.newest;
    if (newest !== undefined && newest > this.#chat.room.seen) this.#chat.seen(newest);
  }

  /** What stands behind `after` and before `until` in the log was not shown. */
  leftOut(after: number, until: number): void {
    this.#missed.begin(Math.min(after, this.#missed.after ?? after), until);
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
      tellsComings: () => this.#desk.tellsComings,
      arrived: () => this.#desk.arrived(() => teller.greet()),
    });
    const ui = terminalUi({
      desk: this.#desk,
      view: this.#view,
      ignored: this.#ignored,
      token: () => this.#self.token,
      become: (token) => void this.#become(token),
      unread: this.#missed,
      quit: this.#options.quit,
    });
    const home = kept.homecoming({
      isGoingOn: saved !== undefined,
      judge: (message) => this.#judge(message),
      tell: (event) => {
        teller.tell(event);
        // Behind what was missed.
        if (event.type === "caught_up") this.#open();
        if (!this.#desk.isHolding) kept.showed(event);
        if (this.#desk.isWatched) this.read();
      },
      missed: (missed) => {
        show(this.#view.stopped(missed));
        if (!missed.isWhole) this.#missed.begin(missed.since.id, missed.first);
      },
    });
    const own = [
      ...this.#commands,
      showCommand((message) => this.#desk.print(whole(this.#view.page([message], "shown").lines))),
    ];
    const submit = commandLine(chat, ui, own);
    this.#complete = (draft) => candidates(draft, { chat, ui, own });
    this.#submit = (line) => {
      const submitted = submit(line);
      kept.keep();
      const { sent } = this.#options;
      if (submitted === "done" && mayBeKept(line, [...SLASH_COMMANDS, ...own])) sent.add(line);
      return submitted;
    };
    chat.subscribe((event) => {
      if (chat !== this.#chat) return;
      const notice = this.#self.follow(event, chat.room);
      if (notice !== undefined) this.#remark(notice);
      kept.follow(event);
      home(event);
      if (event.type === "seen") this.#desk.readElsewhere(event.id);
      this.#label.follow(event);
      this.#whoTypes.follow(event);
      this.#log.follow(event);
      this.#files.follow(event);
      if (event.type === "unsure") this.#askAgain(event.entries);
      if (!this.#departure.isWanted) this.#arrival.follow(event, entrance);
      this.#departure.consider();
    });
    return chat;
  }

  #askAgain(entries: readonly Entry[]): void {
    for (const entry of entries) void askAgain(this.#chat, this.#desk, entry).then(() => this.#kept?.keep());
  }

  #open(): void {
    this.#desk.open({
      label: this.#label.text,
      candidates: (draft) => this.#complete(draft),
      sent: () => this.#options.sent.lines,
      onSubmit: (line) => {
        if (!this.#departure.isWanted || isClosing(line)) return this.#submit(line);
        this.#remark(`! ${cliWords().talk.leavingAlready}`);
        return "refused";
      },
      onLeave: (by) => {
        const { quit, interrupt, quitNow } = this.#options;
        // What is on its way is stopped first.
        if (by === "interrupt" && this.#files.cancel()) return;
        if (by === "eof") quit();
        else if (by === "interrupt") interrupt();
        else quitNow({ exitCode: EXIT.hungUp });
      },
    });
  }

  /** Goes on as the person of another token, from what the screen has shown. */
  async #become(token: string): Promise<void> {
    if (this.#chat.outbox.length + this.#files.waiting > 0) {
      this.#remark(`! ${words.slash.linkMustWait}`);
      return;
    }
    this.#self.link(token);
    this.#arrival.move();
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
    this.#desk.print(this.#view.remark(oneLine(sentence)).lines);
  }

  #finish(ending: Ending): void {
    this.#label.close();
    this.#whoTypes.close();
    this.#log.close();
    const isKept = this.#kept?.close() ?? false;
    this.#end(this.#files.end(withUnsent(ending, { ...leftIn(this.#chat.outbox), isKept })));
  }
}
