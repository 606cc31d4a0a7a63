import type { Saying } from "../../../src/protocol/command.ts";
import type { Message } from "../../../src/protocol/event.ts";

/** The one other person who reads what is being written. */
export interface Addressee {
  uid: string;
  nick: string;
}

/** What is to be said. To whom, the composer knows; and what is `attached`, who sends that. */
export type Unsaid = Readonly<Omit<Saying, "to"> & { attached?: unknown }>;

/**
 * What a person is writing. Each addressee, and everyone together, has a draft
 * of their own: what was begun for one person never stands in the field of all.
 */
export interface Writing {
  /** Undefined: everyone. */
  to?: Addressee | undefined;
  drafts: Readonly<Record<string, Unsaid>>;
  /** A message being written anew, in place of the draft. */
  edit?: { id: number; text: string } | undefined;
}

const EVERYONE = "";
const EMPTY: Unsaid = { text: "" };

export const emptyWriting: Writing = { drafts: {} };

export function draftOf({ to, drafts }: Writing): Unsaid {
  const uid = to?.uid ?? EVERYONE;
  // A foreign string must not name what every object has.
  return (Object.hasOwn(drafts, uid) && drafts[uid]) || EMPTY;
}

/** What stands in the field. */
export function textOf(writing: Writing): string {
  return writing.edit?.text ?? draftOf(writing).text;
}

export function write(writing: Writing, text: string): Writing {
  if (writing.edit) return { ...writing, edit: { ...writing.edit, text } };
  return put(writing, { ...draftOf(writing), text });
}

/** Turns to somebody, or to everyone; what was being edited is left as it was. */
export function address(writing: Writing, to: Addressee | undefined): Writing {
  return { ...writing, to, edit: undefined };
}

/** Replies to a message; to a private one, to its other party alone. */
export function replyTo(writing: Writing, message: Message, you: string): Writing {
  const turned = address(writing, message.to && (message.uid === you ? message.to : writerOf(message)));
  return put(turned, { ...draftOf(turned), re: message.id });
}

export function editMessage(writing: Writing, { id, text = "" }: Message): Writing {
  return { ...writing, edit: { id, text } };
}

/** Esc: gives up the edit, else the reply. Whom it is written to stays. */
export function cancel(writing: Writing): Writing {
  if (writing.edit) return { ...writing, edit: undefined };
  const { re: _, ...draft } = draftOf(writing);
  return put(writing, draft);
}

/** It has been sent. Who wrote privately goes on doing so. */
export function sent(writing: Writing): Writing {
  return writing.edit ? { ...writing, edit: undefined } : put(writing, EMPTY);
}

/** Puts something in the place of what was begun to the same. */
export function put(writing: Writing, draft: Unsaid): Writing {
  return { ...writing, drafts: { ...writing.drafts, [writing.to?.uid ?? EVERYONE]: draft } };
}

function writerOf({ uid, nick }: Message): Addressee {
  return { uid, nick };
}
