import { fold } from "../../../src/protocol/text/fold.ts";
import { isInCode } from "./shortcodes.ts";

/** What is being typed that can be completed: it stands from `start` up to the cursor. */
export interface Token {
  readonly kind: "person" | "emoji" | "command";
  readonly start: number;
  readonly typed: string;
}

/** Something that can stand in its place. */
export interface Option {
  readonly key: string;
  /** What is written then. */
  readonly text: string;
  /** It is what was typed: Enter need not wait for it. */
  readonly isWhole: boolean;
  /** How it is shown. */
  readonly name: string;
  readonly hint?: string;
  /** Stands before the name. */
  readonly emoji?: string;
  /** A person's. */
  readonly uid?: string;
}

/** People or emoji offered at a time, at most; commands are offered to be looked through. */
export const MOST_OPTIONS = 8;
/** Code units before the cursor that are looked at: no name is longer. */
const FAR = 80;

const KINDS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["person", /(?<![\p{L}\p{M}\p{N}])[@＠﹫](?<typed>[^\s@＠﹫]*)$/u],
  ["emoji", /(?<![\p{L}\p{M}\p{N}]):(?<typed>[\p{L}\p{M}\p{N}_+-]{2,})$/u],
];
const COMMAND = /^\/(?<typed>[^\s/]*)$/u;
/** Within a word, nobody wants another one. */
const GOES_ON = /^[\p{L}\p{M}\p{N}_]/u;

/** What the cursor stands behind. */
export function tokenAt(text: string, cursor: number): Token | undefined {
  const before = text.slice(0, cursor);
  if (GOES_ON.test(text.slice(cursor))) return undefined;
  const command = COMMAND.exec(before)?.groups?.typed;
  if (command !== undefined) return { kind: "command", start: 0, typed: command };
  if (isInCode(before)) return undefined;
  const near = before.slice(-FAR);
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(near);
    const typed = found?.groups?.typed;
    if (found && typed !== undefined)
      return { kind, start: before.length - near.length + found.index, typed };
  }
  return undefined;
}

/** Somebody who can be called. */
export interface Callable {
  readonly uid: string;
  readonly nick: string;
}

/** People who are here: who has spoken last comes first, and before them whose name begins so. */
export function peopleFor(
  typed: string,
  { members, speakers, you }: { members: readonly Callable[]; speakers: readonly string[]; you: string },
): Option[] {
  const wanted = fold(typed);
  const here = new Map(members.map((member) => [member.uid, member]));
  here.delete(you);
  const spoke = new Set(speakers.toReversed());
  const lately = [...spoke].flatMap((uid) => here.get(uid) ?? []);
  const all = [...lately, ...[...here.values()].filter(({ uid }) => !spoke.has(uid))];
  const best = bestOf(all, wanted, ({ nick }) => [fold(nick)]).slice(0, MOST_OPTIONS);
  return best.map(({ uid, nick }) => ({
    key: uid,
    text: `@${nick}`,
    isWhole: fold(nick) === wanted,
    name: nick,
    uid,
  }));
}

/** A command as a person types it. */
export interface Typeable {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly usage: string;
  readonly help: string;
}

export function commandsFor(typed: string, commands: readonly Typeable[]): Option[] {
  const wanted = fold(typed);
  const found = bestOf(commands, wanted, ({ name, aliases = [] }) => [name, ...aliases]);
  return found.map(({ name, aliases = [], usage, help }) => ({
    key: name,
    text: `/${name}`,
    isWhole: [name, ...aliases].includes(wanted),
    name: `/${name} ${usage}`.trimEnd(),
    hint: help,
  }));
}

/** An emoji by its shortcodes. */
export interface CodedEmoji {
  readonly emoji: string;
  readonly codes: readonly string[];
}

export function emojiFor(found: readonly CodedEmoji[], typed: string): Option[] {
  const wanted = fold(typed);
  return found.map(({ emoji, codes }) => ({
    key: codes[0] ?? emoji,
    text: emoji,
    isWhole: false,
    name: `:${codes.find((code) => code.startsWith(wanted)) ?? codes[0]}:`,
    emoji,
  }));
}

/** Puts an option in the place of what was typed: the text that goes there, with a space behind it if there is none. */
export function insertion(text: string, cursor: number, option: Option): string {
  return /^\s/.test(text.slice(cursor)) ? option.text : `${option.text} `;
}

/** Those that are called just so, then those with a name that begins so, then those that have it within; nothing typed: all. */
function bestOf<Each>(
  all: readonly Each[],
  wanted: string,
  namesOf: (each: Each) => readonly string[],
): Each[] {
  const ranks: [Each[], Each[], Each[]] = [[], [], []];
  for (const each of all) {
    const names = namesOf(each);
    if (names.includes(wanted)) ranks[0].push(each);
    else if (names.some((name) => name.startsWith(wanted))) ranks[1].push(each);
    else if (names.some((name) => name.includes(wanted))) ranks[2].push(each);
  }
  return ranks.flat();
}
