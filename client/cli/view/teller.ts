import { authorOf } from "../../../src/protocol/change.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, ChatEventOf, SeenEvent } from "../../core/chat-event.ts";
import type { Clock } from "../../core/clock.ts";
import type { Draft } from "../../core/sending/entry.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayMember } from "../../core/words/say-member.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { words } from "../../core/words/words.ts";
import { cliWords } from "../words/words.ts";
import { described } from "./described.ts";
import { nickText } from "./message-line.ts";
import { type Coming, type Going, Presence, WINDOW } from "./presence.ts";
import type { LogAddition, View } from "./view.ts";
import { WaitNotice } from "./wait-notice.ts";

export interface TellerOptions {
  readonly chat: Pick<Chat, "state" | "room" | "outbox">;
  readonly view: View;
  readonly clock: Clock;
  /** Whom the reader doesn't want to hear, by `uid`. */
  readonly ignored: ReadonlyMap<string, string>;
  /** What is said in the room, and what happens there. */
  talk(shown: LogAddition): void;
  /** What is only about this client: connection, refusals, lines on their way. */
  status(shown: LogAddition): void;
  /** Whether its reader wants to hear now who comes and goes; by default, they do. */
  tellsComings?(): boolean;
  /** In the room for the first time; by default, it is told at once who is there. */
  arrived?(): void;
}

/** Nicknames named when one comes in. */
const NAMED = 20;

/** Tells a reader what a chat tells: each thing once, folded where it is many, and nothing of the ignored. */
export class Teller {
  readonly #options: TellerOptions;
  readonly #presence = new Presence();
  /** Entries whose waiting has been told. */
  readonly #waiting = new Set<number>();
  /** Whether it has been told that what is in the outbox waits. */
  #pauseTold = false;
  /** Whether it has been told where the connection was lost. */
  #stopTold = false;
  #connection: "new" | "online" | "lost" = "new";
  readonly #waitNotice = new WaitNotice();
  #cancelFlush: (() => void) | undefined;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  tell(event: ChatEvent): void {
    const { chat, view, talk, status } = this.#options;
    switch (event.type) {
      case "message":
      case "edited":
      case "deleted":
      case "reacted": {
        const author = authorOf(event);
        if (this.#options.ignored.has(author)) return;
        if (this.#presence.isGathered(author)) this.#flush();
        if (this.#isMissed(event)) talk(view.stoppedHere());
        talk(view.seen(event));
        return;
      }
      case "joined":
      case "left":
        this.#comeOrGo(event);
        return;
      case "renamed":
      case "topic":
      case "locked":
      case "slow":
      case "role":
      case "unbanned":
      case "allowed":
      case "break":
        talk(view.news(event));
        return;
      case "kicked": {
        const by = nickText({ uid: event.byUid, nick: event.by }, view.styles);
        const { sentOut, sentOutFor } = cliWords().view;
        const { reason } = event;
        talk(view.remark(reason === undefined ? sentOut(by) : sentOutFor({ by, reason: oneLine(reason) })));
        return;
      }
      case "caught_up":
        this.#waitNotice.of(event, this.#options.clock.now());
        this.#arrived();
        return;
      case "state":
        if (event.state.state === "waiting") this.#wait(event);
        return;
      case "pending":
        if (chat.state.state !== "online") this.#tellWaiting(event.entry.key, event.entry.draft);
        return;
      case "paused":
        this.#tellPause(event.until);
        return;
      case "stored":
        this.#waiting.delete(event.entry.key);
        if (chat.outbox.length === 0) this.#pauseTold = false;
        return;
      case "failed":
        if (chat.outbox.length === 0) this.#pauseTold = false;
        this.#failed(event);
        return;
      case "error":
        status(view.remark(`! ${oneLine(sayProblem(event.problem))}`));
        return;
      case "unsure":
      case "welcomed":
      case "typing":
      case "seen":
      case "away":
        return;
      default:
        event satisfies never;
    }
  }

  /** Whether it is the first message of others that was said while there was no connection. */
  #isMissed(event: SeenEvent): boolean {
    const isFirst = this.#connection === "lost" && !this.#stopTold;
    const isMissed = isFirst && event.type === "message" && event.replayed && !event.own;
    this.#stopTold ||= isMissed;
    return isMissed;
  }

  /** Tells what is still gathered. */
  close(): void {
    this.#flush();
  }

  #comeOrGo(event: Coming | Going): void {
    const { view, clock, talk, tellsComings } = this.#options;
    // That somebody is put out is about order.
    const isOrder = event.type === "left" && event.why !== "left" && event.why !== "lost";
    if (tellsComings?.() === false && !isOrder) return;
    if (this.#presence.take(event, clock.now()) === "told") {
      talk(view.news(event));
      return;
    }
    this.#cancelFlush ??= clock.setTimer(WINDOW, () => this.#flush());
  }

  #flush(): void {
    const { view, talk, tellsComings } = this.#options;
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    const lines = this.#presence.flush();
    if (tellsComings?.() !== false) for (const line of lines) talk(view.remark(oneLine(line)));
  }

  #arrived(): void {
    const { view, status, arrived } = this.#options;
    if (this.#connection !== "new") {
      if (this.#connection === "lost") status(view.remark(cliWords().view.back));
      this.#connection = "online";
      return;
    }
    this.#connection = "online";
    if (arrived === undefined) this.greet();
    else arrived();
  }

  /** Tells who one is, and who is there. */
  greet(): void {
    const { chat, view, status } = this.#options;
    const { members, topic, you, name } = chat.room;
    const nicks = members.map(({ away: _, ...each }) =>
      sayMember({ ...each, nick: isolateName(oneLine(each.nick)) }),
    );
    const nick = nickText(you ?? { uid: "", nick: "" }, view.styles);
    const { youAre, here } = cliWords().view;
    status(view.remark(youAre({ nick, room: oneLine(name) })));
    status(view.remark(here({ nicks, most: NAMED })));
    if (topic !== "") status(view.remark(words.slash.topic(oneLine(topic))));
  }

  #wait(event: ChatEventOf<"state">): void {
    const { view, clock, status } = this.#options;
    if (this.#connection === "online") this.#lost();
    const sentence = this.#waitNotice.of(event, clock.now());
    if (sentence !== undefined) status(view.remark(`! ${sentence}`));
  }

  #lost(): void {
    const { chat, view, status } = this.#options;
    this.#connection = "lost";
    this.#stopTold = false;
    status(view.remark(cliWords().view.lost));
    for (const { key, draft } of chat.outbox) this.#tellWaiting(key, draft);
  }

  #failed({ entry, problem }: ChatEventOf<"failed">): void {
    const { view, status } = this.#options;
    const told = { what: described(entry.draft), why: oneLine(sayProblem(problem)) };
    status(view.remark(`! ${cliWords().view.notSent(told)}`));
  }

  #tellPause(until: number): void {
    const { chat, view, clock, status } = this.#options;
    if (this.#pauseTold) return;
    this.#pauseTold = true;
    const { slow, you } = chat.room;
    const isSlowMode = slow > 0 && you?.role === "member";
    const ms = Math.ceil((until - clock.now()) / 1_000) * 1_000;
    status(view.remark(cliWords().view.paused({ isSlowMode, count: chat.outbox.length, ms })));
  }

  #tellWaiting(key: number, draft: Draft): void {
    if (this.#waiting.has(key)) return;
    this.#waiting.add(key);
    this.#options.status(this.#options.view.remark(`… ${described(draft)}`));
  }
}
