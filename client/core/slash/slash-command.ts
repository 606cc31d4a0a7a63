import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Role } from "../../../src/protocol/role.ts";
import { codePoints, isWithin } from "../../../src/protocol/text/text.ts";
import type { Chat } from "../chat.ts";
import type { Problem } from "../problem.ts";
import { words } from "../words/words.ts";

/** What a slash command needs of the screen. */
export interface Ui {
  /** Shows lines of the client's own: what comes from elsewhere is put into one line before (`unbroken`), and made safe by who shows it. */
  print(text: string): void;
  /** Shows what is explained, and what it is; screens without it print that in columns. */
  explain?(rows: HelpRows): void;
  /** Shows why something was not done. */
  complain(text: string): void;
  /** Shows older messages that were asked for, oldest first. `kind` says whether they join the scrollback at its top. */
  show(messages: readonly DurableEvent[], kind: "history" | "found"): void;
  /** Shows what a search has found, oldest first, with what stands around it; screens without it show the messages alone. */
  showFound?(found: readonly FoundMessage[], text: string): void;
  /** The lowest `id` on the screen, from which `/history` goes back. */
  oldestShown(): number | undefined;
  /** Asks for a secret without showing it; undefined if the person thinks better of it. */
  askSecret(question: string): Promise<string | undefined>;
  /** Shows the code of this person's token (`linkCode`), somewhere it can be wiped away again. */
  showLink(): void;
  /** Goes on as the person of another token. */
  become(token: string): void;
  /** Who is not shown, for this person alone: nicknames by `uid`. The screen keeps and saves it. */
  readonly ignored: Map<string, string>;
  /** The screen shows all the time whether one is away, and where. */
  readonly showsAway?: true;
  /** What `/help` tells besides, where the screen has something to tell. */
  readonly topics?: readonly HelpTopic[];
  /** The emoji of a name such as `+1`, where the screen knows some. */
  emojiNamed?(name: string): string | undefined;
  /** What was missed and is not on the screen, where the screen knows of that. */
  readonly unread?: UnreadShelf;
  /** Leaves the room and ends; the others read the reason. */
  quit(reason?: string): void;
}

/** Rows of what is explained, and what it is. */
export type HelpRows = readonly (readonly [head: string, text: string])[];

/** Something that is explained, and no command. */
export interface HelpTopic {
  readonly name: string;
  /** A sentence for `/help`. */
  readonly help: string;
  /** All of it. */
  readonly rows: HelpRows;
}

/** A message that was found, and those beside it. */
export interface FoundMessage {
  readonly message: Message;
  readonly before: Message | undefined;
  readonly behind: Message | undefined;
}

export interface UnreadShelf {
  /** The `id` behind which the first of it stands; undefined where there is none. */
  after(): number | undefined;
  /** Shows some of it, and goes on behind `id`; undefined where there is no more. */
  show(events: readonly DurableEvent[], id: number | undefined): void;
}

/** What commands work on. */
export interface SlashContext {
  readonly chat: Chat;
  readonly ui: Ui;
  readonly commands: readonly SlashCommand[];
  /** Where `/search` alone goes on. */
  search?: { text: string; before: number } | undefined;
  /** Behind which event `/history more` goes on. */
  historyAfter?: number | undefined;
  /** Since when people are here, of those whom one has seen come. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Where `/acts more` goes on. */
  actsBefore?: number | undefined;
  /** Whether it has been told what a ban is worth. */
  hasBanned?: boolean;
}

/** Why it was not done, in words; undefined if it was. */
// biome-ignore lint/suspicious/noConfusingVoidType: most commands simply end.
export type SlashOutcome = string | Problem | void;

export interface SlashCommand {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What is written behind the name: `<needed>`, `[optional]`. */
  readonly usage: string;
  /** A sentence for `/help`. */
  readonly help: string;
  /** The least role that may use it; `/help` hides it from others. */
  readonly role?: Role;
  /** Whether a screen has what it works on; by default, each has. */
  suits?(ui: Ui): boolean;
  /** Whether it asks for a secret, or leads to another room: refused, what impatient fingers have typed behind it is for neither. */
  readonly leadsOn?: true;
  /** Whether what is written behind it may be a secret, or for one person alone: no list of what was sent keeps it. */
  readonly isConfidential?: true;
  /** What the first word behind it may be, for screens that complete words, where that is no nickname of who is here. */
  firstWords?(
    context: Pick<SlashContext, "chat" | "ui" | "commands">,
  ): readonly string[] | Promise<readonly string[]>;
  run(context: SlashContext, argument: string): SlashOutcome | Promise<SlashOutcome>;
}

/** The complaint about a topic, a reason or a search that is too long. */
export function tooLongNote(text: string): string | undefined {
  const most = LIMITS.note;
  return isWithin(text, most) ? undefined : words.slash.noteMost({ most, length: codePoints(text) });
}

/** The complaint about a command that was not written as it must be. */
export function usage(command: Pick<SlashCommand, "name" | "usage">): string {
  return words.slash.writeAs(command);
}
