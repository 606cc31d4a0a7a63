import { callsTo } from "../../../src/protocol/calling.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import type { SeenEvent } from "../../core/chat-event.ts";
import type { FoundMessage } from "../../core/slash/slash-command.ts";
import type { RoomNews } from "../../core/words/say-news.ts";
import type { Stop } from "../person/stopped-at.ts";
import type { Styles } from "../text/styles.ts";
import type { Clockface } from "../text/time.ts";
import { cliWords } from "../words/words.ts";
import { changeLine } from "./change-line.ts";
import { Excerpts } from "./excerpts.ts";
import { type FilesLook, spokenIn, withFileLines } from "./file-lines.ts";
import { foundGroups } from "./found-groups.ts";
import { hasWord } from "./has-word.ts";
import { type LogLine, sentence } from "./log-line.ts";
import { messageLine } from "./message-line.ts";
import { notice } from "./notice.ts";

export interface ViewOptions {
  readonly styles: Styles;
  readonly clockface: Clockface;
  /** Milliseconds since 1970. */
  now(): number;
  /** Words that call its reader, besides their name. */
  readonly highlight?: readonly string[];
  readonly files: FilesLook;
  /** Who looks at it; undefined outside the room. */
  you(): { readonly uid: string; readonly nick: string } | undefined;
}

/** Why older events are shown. */
export type PageKind = "history" | "found" | "mentions" | "unread" | "shown";

/** What somebody has missed since they stopped. */
export interface MissedSum {
  readonly since: Stop;
  readonly count: number;
  readonly mentions: number;
  /** Whether there is more than was looked through. */
  readonly isMore: boolean;
  /** What comes next in the log begins right behind where they stopped. */
  readonly isWhole: boolean;
  /** The first event that is shown, if there is one. */
  readonly first: number | undefined;
  /** Messages to the reader that are older than all that is shown, the newest of them. */
  readonly older: readonly Message[];
}

/** What somebody else has said, for a reader who looks elsewhere. */
export interface Said {
  readonly nick: string;
  readonly text: string;
  readonly isPrivate: boolean;
  /** Whether it is to the reader: in private, by name, in reply, or by a word that calls them. */
  readonly calls: boolean;
  /** Whether it was said before, and is told now. */
  readonly isReplayed: boolean;
}

/** What was missed, in few lines. */
export interface MissedBriefly extends Pick<MissedSum, "count" | "mentions"> {
  readonly lines: readonly LogLine[];
}

/** What is to be added to the log. */
export interface LogAddition {
  readonly lines: readonly LogLine[];
  /** Of a message, edit or deletion that comes in its order. */
  readonly id?: number;
  readonly said?: Said;
  readonly missed?: MissedBriefly;
}

/** Turns what happens into lines of a log that only grows. Remembers what it has shown. */
export class View {
  readonly #options: ViewOptions;
  readonly #excerpts = new Excerpts();
  #day: number | undefined;
  #oldest: number | undefined;

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  get styles(): Styles {
    return this.#options.styles;
  }

  /** The lowest `id` of a message that it has shown. */
  get oldest(): number | undefined {
    return this.#oldest;
  }

  /** A message, edit, deletion or reaction that comes in its order. */
  seen(event: SeenEvent): LogAddition {
    const said = event.own || event.type !== "message" ? undefined : event;
    const calls = said !== undefined && this.concerns(said);
    return {
      lines: [...this.#dayLine(event.at), ...this.#lines(event, calls)],
      id: event.id,
      ...(said?.text !== undefined && {
        said: {
          nick: said.nick,
          text: spokenIn(said),
          isPrivate: said.to !== undefined,
          calls,
          isReplayed: said.replayed,
        },
      }),
    };
  }

  /** Older events that were asked for, in a frame of their own. Where to go on from is told by those of the history alone. */
  page(events: readonly DurableEvent[], kind: PageKind): LogAddition {
    const [day, oldest] = [this.#day, this.#oldest];
    this.#day = undefined;
    const lines = events.flatMap((event) => [
      ...this.#dayLine(event.at),
      ...this.#lines(event, kind === "mentions"),
    ]);
    this.#day = day;
    if (kind !== "history") this.#oldest = oldest;
    const { dim } = this.#options.styles;
    const frame = (title: string) => sentence(dim(title));
    return { lines: [frame(cliWords().view[kind]), ...lines, frame(cliWords().view.untilHere)] };
  }

  /** Of the history, what its reader would not hear is behind them, too. */
  wentBack([first]: readonly DurableEvent[]): void {
    if (first !== undefined) this.#oldest = Math.min(first.id, this.#oldest ?? first.id);
  }

  /** What a search has found: marked, in a frame, with what stands around it. */
  found(found: readonly FoundMessage[], text: string): LogAddition {
    const { styles } = this.#options;
    const [day, oldest] = [this.#day, this.#oldest];
    this.#day = undefined;
    const parts = foundGroups(found).map((group) =>
      group.flatMap(({ message, isFound }) => [
        ...this.#dayLine(message.at),
        ...this.#lines(message, false, isFound ? text : undefined),
      ]),
    );
    this.#day = day;
    this.#oldest = oldest;
    const frame = (title: string) => sentence(styles.dim(title));
    const words = cliWords().view;
    const lines = parts.flatMap((part, at) => (at === 0 ? part : [frame(words.between), ...part]));
    return { lines: [frame(words.found), ...lines, frame(words.untilHere)] };
  }

  /** Where somebody had stopped for a while. */
  stoppedHere(): LogAddition {
    return { lines: [sentence(this.#options.styles.dim(cliWords().view.stoppedHere))] };
  }

  /** Where somebody had stopped, and what they have missed since. */
  stopped(missed: MissedSum): LogAddition {
    const { dim } = this.#options.styles;
    const { since, older } = missed;
    // A room without messages has no time at which it was seen last.
    const at = since.at || this.#options.now();
    const words = cliWords().view;
    const day = this.#dayLine(at);
    const time = since.at ? this.#options.clockface.time(at) : "";
    const mentions = older.length > 0 ? this.page(older, "mentions").lines : [];
    return {
      lines: [
        ...day,
        sentence(dim(words.stoppedHere), since.at ? dim(this.#time(at)) : ""),
        sentence(words.missed(missed)),
        ...mentions,
      ],
      missed: {
        count: missed.count,
        mentions: missed.mentions,
        lines: [...day, sentence(words.missedBriefly({ ...missed, time })), ...mentions],
      },
    };
  }

  /** Whether somebody else speaks to the reader: as the room has it, or by a word of their own. */
  concerns(message: Message): boolean {
    const { you: reader, highlight = [] } = this.#options;
    const you = reader();
    const { uid, text } = message;
    if (you === undefined || uid === you.uid || text === undefined) return false;
    const wrote = (id: number) => this.#excerpts.get(id)?.uid === you.uid;
    return callsTo(message, { ...you, wrote }) || highlight.some((word) => hasWord(text, word));
  }

  news(news: RoomNews): LogAddition {
    const at = "at" in news ? news.at : this.#options.now();
    return this.remark(notice(news, this.#options.styles), at);
  }

  /** A sentence of our own, without emphasis. */
  remark(text: string, at = this.#options.now()): LogAddition {
    const time = this.#options.styles.dim(this.#time(at));
    return { lines: [...this.#dayLine(at), sentence(text, time)] };
  }

  #lines(event: DurableEvent, highlighted: boolean, found?: string): LogLine[] {
    const { styles, clockface, files } = this.#options;
    switch (event.type) {
      case "message": {
        this.#excerpts.add(event);
        this.#oldest = Math.min(event.id, this.#oldest ?? event.id);
        const repliesTo = event.re === undefined ? undefined : this.#excerpts.get(event.re);
        const isOwn = event.uid === this.#options.you()?.uid;
        const time = clockface.time(event.at);
        const line = messageLine(event, { styles, time, highlighted, isOwn, found, repliesTo });
        return withFileLines(line, event, files);
      }
      case "edited":
      case "deleted":
      case "reacted": {
        const target = this.#excerpts.get(event.target);
        this.#excerpts.change(event);
        return [changeLine(event, { styles, target, time: (at) => clockface.time(at) })];
      }
      default:
        return event satisfies never;
    }
  }

  #dayLine(at: number): LogLine[] {
    const line = this.#options.clockface.dayChange(this.#day ?? this.#options.now(), at);
    this.#day = at;
    return line === undefined ? [] : [sentence(this.#options.styles.dim(line))];
  }

  #time(at: number): string {
    const time = this.#options.clockface.time(at);
    return time === "" ? "" : `${time} `;
  }
}
