import type { TextLine } from "../wire/split-text.ts";

/**
 * How a client has said something, as far as papo's messages have no place for
 * it. Other clients of the same gateway are told it so; from elsewhere, and
 * later, it is just a message.
 */
export interface SaidManner {
  readonly command: "PRIVMSG" | "NOTICE";
  /** Tags for other clients. */
  readonly tags: Readonly<Record<string, string>>;
  /** How it was cut, where several lines were one message. */
  readonly lines: readonly TextLine[] | undefined;
}

export interface SpokenMessage {
  readonly room: string;
  readonly uid: string;
  readonly text: string;
}

/** By what a message is known before it has an id. */
export function mannerKey({ room, uid, text }: SpokenMessage): string {
  return `${room} ${uid} ${text}`;
}

/** What papo carries in its own way. */
const MAPPED: ReadonlySet<string> = new Set([
  "+typing",
  "+draft/react",
  "+draft/unreact",
  "+draft/reply",
  "+reply",
]);

/** The tags that a client means for others, and that papo does not carry. */
export function otherTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(forOthers(tags)).filter(([name]) => !MAPPED.has(name)));
}

/** The tags that a client means for others. */
export function forOthers(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([name]) => name.startsWith("+")));
}
