import { mentions } from "./text/mention.ts";

/** A message as far as it may call somebody; one without a text is deleted. */
export interface CallingMessage {
  readonly uid: string;
  readonly text?: string | undefined;
  readonly to?: { readonly uid: string } | undefined;
  readonly re?: number | undefined;
}

/** Who may be called. */
export interface Callee {
  readonly uid: string;
  /** As they are called now; undefined where that name is somebody else's by now. */
  readonly nick: string | undefined;
  /** Whether they wrote the message of an id. */
  wrote(id: number): boolean;
}

/**
 * What calls somebody (§5.15), in one place for the room and its clients: a
 * message to them alone, a reply to a message of theirs, and their name.
 * Nobody is called by what they write themselves, nor by what is deleted.
 */
export function callsTo({ uid, text, to, re }: CallingMessage, callee: Callee): boolean {
  if (text === undefined || uid === callee.uid) return false;
  if (to !== undefined) return to.uid === callee.uid;
  if (re !== undefined && callee.wrote(re)) return true;
  return callee.nick !== undefined && mentions(text, callee.nick);
}
