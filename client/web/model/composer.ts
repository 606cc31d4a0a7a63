import type { Saying } from "../../../src/protocol/command.ts";
import type { Message } from "../../../src/protocol/event.ts";

/** The one other person who reads what is being written. */
export interface Addressee {
  uid: string;
  nick: string;
}

/** What is to be said. To whom, the composer knows. */
export type Unsaid = Readonly<Omit<Saying, "to">>;

/**
 * What a person is writing. Each addressee, and everyone together, has a draft
 * of their own: what was begun for one person never stands in the field of all.
 */
export interface Composer {
  /** Undefined: everyone. */
  to?: Addressee | undefined;
  drafts: Readonly<Record<string, Unsaid>>;
  /** A message being written anew, in place of the draft. */
  edit?: { id: number; text: string } | undefined;
}

const EVERYONE = "";
const EMPTY: Unsaid = { text: "" };

export const emptyComposer: Composer = { drafts: {} };

export function draftOf({ to, drafts }: Composer): Unsaid {
  const uid = to?.uid ?? EVERYONE;
  // A foreign string must not name what every object has.
  return (Object.hasOwn(drafts, uid) && drafts[uid]) || EMPTY;
}

/** What stands in the field. */
export function textOf(composer: Composer): string {
  return composer.edit?.text ?? draftOf(composer).text;
}

export function write(composer: Composer, text: string): Composer {
  if (composer.edit) return { ...composer, edit: { ...composer.edit, text } };
  return put(composer, { ...draftOf(composer), text });
}

/** Turns to somebody, or to everyone; what was being edited is left as it was. */
export function address(composer: Composer, to: Addressee | undefined): Composer {
  return { ...composer, to, edit: undefined };
}

/** Replies to a message; to a private one, to its other party alone. */
export function replyTo(composer: Composer, message: Message, you: string): Composer {
  const turned = address(composer, message.to && (message.uid === you ? message.to : writerOf(message)));
  return put(turned, { ...draftOf(turned), re: message.id });
}

export function editMessage(composer: Composer, { id, text = "" }: Message): Composer {
  return { ...composer, edit: { id, text } };
}

/** Esc: gives up the edit, else the reply. Whom it is written to stays. */
export function cancel(composer: Composer): Composer {
  if (composer.edit) return { ...composer, edit: undefined };
  const { re: _, ...draft } = draftOf(composer);
  return put(composer, draft);
}

/** It has been sent. Who wrote privately goes on doing so. */
export function sent(composer: Composer): Composer {
  return composer.edit ? { ...composer, edit: undefined } : put(composer, EMPTY);
}

/** Puts something in the place of what was begun to the same. */
export function put(composer: Composer, draft: Unsaid): Composer {
  return { ...composer, drafts: { ...composer.drafts, [composer.to?.uid ?? EVERYONE]: draft } };
}

function writerOf({ uid, nick }: Message): Addressee {
  return { uid, nick };
}
