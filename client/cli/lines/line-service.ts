import { randomToken } from "../../../src/protocol/identity.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { Clock } from "../../core/clock.ts";
import { fileUrl } from "../../core/http/file-http.ts";
import { outboxBelow, placeInOutbox } from "../../core/sending/place.ts";
import { commandLine } from "../../core/slash/slash-commands.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusal } from "../end/ending.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { entryInto, type GuestEntry } from "../gateway/entry-into.ts";
import type { Guest } from "../gateway/guest.ts";
import type { Journal } from "../gateway/journal.ts";
import { passed } from "../gateway/passed.ts";
import type { Service } from "../gateway/serve.ts";
import { enter } from "../net/enter.ts";
import { pipeUi } from "../pipe/pipe-ui.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { stylesFor } from "../text/styles.ts";
import { clockface } from "../text/time.ts";
import { described } from "../view/described.ts";
import { layOut } from "../view/lay-out.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { Teller } from "../view/teller.ts";
import { type LogAddition, View } from "../view/view.ts";
import { cliWords } from "../words/words.ts";
import { Packets } from "./packets.ts";

/** What a nickname is answered with, without a line feed: whether it is one's own now. */
const ANSWER = { taken: "TRUE", refused: "FALSE" } as const;
/** Milliseconds between such an answer and what follows, so that who reads what has come reads the answer alone. */
const PAUSE = 200;
/** Nicknames that may be refused: it may be somebody who talks of other things. */
const MOST_TRIES = 20;
/** Milliseconds in which the room has to let somebody in. */
const IN_WITHIN = 30_000;
/** Milliseconds that leaving by a command may take. */
const GOODBYE = 10_000;

export interface LineServiceOptions {
  readonly settings: ClientSettings;
  readonly guest: Guest;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** Somebody who talks in a room by plain lines: first a nickname, then what is to be said. */
export class LineService implements Service {
  readonly #options: LineServiceOptions;
  readonly #packets: Packets;
  /** Of who is on their way in. */
  #coming: Chat | undefined;
  #chat: Chat | undefined;
  #submit: ((line: string) => void) | undefined;
  #leaving: Promise<void> | undefined;
  #tries = 0;
  /** What is told once the pause behind an answer is over. */
  #held: string[] | undefined;

  constructor(options: LineServiceOptions) {
    this.#options = options;
    this.#packets = new Packets(options.clock, (text) => this.#line(text));
  }

  get isNamed(): boolean {
    return this.#chat !== undefined;
  }

  take(bytes: Uint8Array): Promise<void> {
    return this.#packets.read(bytes);
  }

  async finish(): Promise<void> {
    await this.#packets.close();
    if (this.#chat !== undefined) await outboxBelow(this.#chat, 0);
  }

  leave(within: number): Promise<void> {
    const unsaid = this.#chat === undefined ? 0 : this.#packets.waiting;
    this.#leaving ??= this.#leave(within, unsaid);
    return this.#leaving;
  }

  /** `unsaid`: messages that nothing will be done with. */
  async #leave(within: number, unsaid: number): Promise<void> {
    void this.#coming?.leave(LEAVE_WITHIN);
    const chat = this.#chat;
    const { guest, clock, journal } = this.#options;
    if (chat !== undefined && chat.state.state !== "stopped") {
      await Promise.race([outboxBelow(chat, 0), passed(clock, within)]);
    }
    const lost = unsaid + (chat?.outbox.length ?? 0);
    if (lost > 0) this.#print([sentence(`! ${cliWords().gateway.notStored(lost)}`)]);
    this.#tellHeld();
    guest.end();
    await chat?.leave(LEAVE_WITHIN);
    const { nick } = chat?.room.you ?? {};
    const told = { ...(nick !== undefined && { nick }), ...(lost > 0 && { lost }) };
    journal({ event: "gone", client: guest.name, ...told });
  }

  async #line(text: string): Promise<void> {
    if (this.#leaving !== undefined) return;
    const chat = this.#chat;
    if (chat === undefined) {
      await this.#name(text.trim());
      return;
    }
    await placeInOutbox(chat);
    if (this.#leaving === undefined) this.#submit?.(text);
  }

  /**
   * Comes into the room as a new person. A socket proves nothing of who is at
   * its other end, so nobody is ever taken for somebody who was there before.
   */
  async #name(nick: string): Promise<void> {
    const { settings, clock } = this.#options;
    const { chat, trouble } = enter(settings, { self: { nick, token: randomToken() } });
    this.#coming = chat;
    const entry = await entryInto(chat, passed(clock, IN_WITHIN));
    this.#coming = undefined;
    if (this.#leaving !== undefined) return;
    const ending = this.#endingOf(entry, trouble);
    if (ending !== undefined) {
      const { message = "" } = ending;
      this.#options.journal({ event: "trouble", client: this.#options.guest.name, says: message });
      this.#print([sentence(`! ${oneLine(message)}`)]);
      this.#hangUp();
      return;
    }
    const isIn = "lately" in entry;
    this.#options.guest.write(isIn ? ANSWER.taken : ANSWER.refused);
    this.#held = [];
    if (isIn) {
      entry.end();
      this.#talk(chat);
    }
    await passed(this.#options.clock, PAUSE);
    this.#tellHeld();
    if (!isIn && ++this.#tries >= MOST_TRIES) this.#hangUp();
  }

  /** Why the connection ends; undefined for who is in, or may try another nickname. */
  #endingOf(entry: GuestEntry, trouble: () => string): Ending | undefined {
    if (!("keptOut" in entry)) return undefined;
    const { keptOut } = entry;
    if (keptOut.state === "stopped") return endingOf(keptOut, { told: false });
    if (keptOut.state === "waiting") return endingOfFirst(keptOut.problem, trouble());
    const { problem } = keptOut;
    const isNick = problem.problem === "nick_taken" || problem.problem === "bad_nick";
    return isNick ? undefined : endingOfRefusal(problem, this.#options.settings.keyWithheld);
  }

  #talk(chat: Chat): void {
    const { clock, journal, guest, settings } = this.#options;
    this.#chat = chat;
    const { name: room, you } = chat.room;
    const nick = you?.nick ?? "";
    journal({ event: "joined", client: guest.name, nick, room });
    const view = new View({
      styles: stylesFor("none"),
      clockface: clockface({ format: "off" }),
      now: clock.now,
      files: { addressOf: (file) => fileUrl(settings.address, file), isLinked: false },
      you: () => undefined,
    });
    const talk = ({ lines }: LogAddition) => this.#print(lines);
    const ignored = new Map<string, string>();
    const teller = new Teller({ chat, view, clock, ignored, talk, status: talk });
    const ui = pipeUi({
      view,
      ignored,
      talk,
      tell: (lines) => this.#print(lines),
      quit: () => this.#hangUp(),
    });
    this.#submit = commandLine(chat, ui);
    this.#print([sentence(cliWords().lines.welcome({ nick, room }))]);
    chat.subscribe((event) => {
      if (!isOwnMessage(event)) teller.tell(event);
      if (event.type === "unsure") {
        for (const { key, draft } of event.entries) {
          // Nobody can be asked, and twice would be worse than told.
          chat.drop(key);
          talk(view.remark(`! ${cliWords().pipe.maybeNotSent(described(draft))}`));
        }
      }
      if (event.type !== "state" || event.state.state !== "stopped") return;
      teller.close();
      const { message } = endingOf(event.state, { told: true });
      if (message !== undefined) this.#print([sentence(`! ${oneLine(message)}`)]);
      this.#hangUp();
    });
    teller.tell({ type: "caught_up" });
  }

  #print(lines: readonly LogLine[]): void {
    const text = layOut(lines, {});
    if (this.#held === undefined) this.#options.guest.write(text);
    else this.#held.push(text);
  }

  #tellHeld(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (held.length > 0) this.#options.guest.write(held.join(""));
  }

  #hangUp(): void {
    this.#leaving ??= this.#leave(GOODBYE, 0);
  }
}

/** What its program has just said itself. What another program of the same person says, it has not. */
function isOwnMessage(event: ChatEvent): boolean {
  return event.type === "message" && event.own;
}
