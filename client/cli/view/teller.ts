import { authorOf } from "../../../src/protocol/change.ts";
import { isAtLeast, type Role } from "../../../src/protocol/role.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, ChatEventOf } from "../../core/chat-event.ts";
import type { Clock } from "../../core/clock.ts";
import type { Draft } from "../../core/sending/entry.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { described } from "./described.ts";
import { duration } from "./label.ts";
import { nickText } from "./message-line.ts";
import { type Coming, type Going, list, Presence, WINDOW } from "./presence.ts";
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
      case "deleted": {
        const author = authorOf(event);
        if (this.#options.ignored.has(author)) return;
        if (this.#presence.isGathered(author)) this.#flush();
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
        const reason = event.reason === undefined ? "" : `: ${oneLine(event.reason)}`;
        talk(view.remark(`${by} sent you out of the room${reason}`));
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
        status(
          view.remark(`! Not sent: ${described(event.entry.draft)} — ${oneLine(event.problem.message)}`),
        );
        return;
      case "error":
        status(view.remark(`! ${oneLine(event.problem.message)}`));
        return;
      case "unsure":
      case "welcomed":
      case "typing":
        return;
      default:
        event satisfies never;
    }
  }

  /** Tells what is still gathered. */
  close(): void {
    this.#flush();
  }

  #comeOrGo(event: Coming | Going): void {
    const { view, clock, talk } = this.#options;
    if (this.#presence.take(event, clock.now()) === "told") {
      talk(view.news(event));
      return;
    }
    this.#cancelFlush ??= clock.setTimer(WINDOW, () => this.#flush());
  }

  #flush(): void {
    const { view, talk } = this.#options;
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    for (const line of this.#presence.flush()) talk(view.remark(oneLine(line)));
  }

  #arrived(): void {
    const { chat, view, status } = this.#options;
    const { members, topic, you, name } = chat.room;
    if (this.#connection !== "new") {
      if (this.#connection === "lost") status(view.remark("— connected again —"));
      this.#connection = "online";
      return;
    }
    this.#connection = "online";
    const nicks = members.map(({ nick, role }) => oneLine(nick) + sign(role));
    status(
      view.remark(`You are ${nickText(you ?? { uid: "", nick: "" }, view.styles)} in ${oneLine(name)}.`),
    );
    status(view.remark(`${nicks.length} here: ${list(nicks, NAMED)}`));
    if (topic !== "") status(view.remark(`Topic: ${oneLine(topic)}`));
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
    status(view.remark("— connection lost; papo goes on trying —"));
    for (const { key, draft } of chat.outbox) this.#tellWaiting(key, draft);
  }

  #tellPause(until: number): void {
    const { chat, view, clock, status } = this.#options;
    if (this.#pauseTold) return;
    this.#pauseTold = true;
    const { slow, you } = chat.room;
    const why = slow > 0 && you?.role === "member" ? "Slow mode" : "Too much at once";
    const count = chat.outbox.length;
    const what = count === 1 ? "1 line waits, and goes on" : `${count} lines wait, and go on`;
    const wait = Math.ceil((until - clock.now()) / 1_000) * 1_000;
    status(view.remark(`${why}: ${what} in ${duration(wait)}.`));
  }

  #tellWaiting(key: number, draft: Draft): void {
    if (this.#waiting.has(key)) return;
    this.#waiting.add(key);
    this.#options.status(this.#options.view.remark(`… ${described(draft)}`));
  }
}

function sign(role: Role): string {
  return isAtLeast(role, "mod") ? ` (${role})` : "";
}
