import * as v from "valibot";
import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import { count, text } from "../../../src/protocol/untrusted.ts";
import { type Addressee, draftOf, put, type Writing } from "../model/writing.ts";
import type { PixelSize } from "../pictures/size.ts";

const size = v.object({ size: count, width: v.exactOptional(count), height: v.exactOptional(count) });

/** A file that is to go with a message, as a tab keeps it. Its bytes lie in the store of bytes. */
const attached = v.object({
  /** Under which they lie there. */
  key: text,
  name: text,
  ...size.entries,
  /** As it was given, where it was made smaller or barer: that lies there under another key. */
  original: v.exactOptional(v.object({ key: text, name: text, ...size.entries })),
  /** The original is to go. */
  asGiven: v.exactOptional(v.boolean()),
  /** It is on the server under this `id`, for a message to take it up until then (milliseconds since 1970). */
  there: v.exactOptional(v.object({ id: text, until: count })),
});

export const attachedList = v.pipe(v.array(attached), v.maxLength(FILE_LIMITS.most));

export type Attached = Readonly<v.InferOutput<typeof attached>>;

/** The form in which it goes. */
export function formOf(file: Attached): { key: string; name: string; size: number } & Partial<PixelSize> {
  return (file.asGiven && file.original) || file;
}

/** Under which keys its bytes lie in the store. */
export function keysOf({ key, original }: Attached): string[] {
  return original ? [key, original.key] : [key];
}

/** What is to go with what is being written. */
export function attachedIn(writing: Pick<Writing, "to" | "drafts">): readonly Attached[] {
  const parsed = v.safeParse(attachedList, draftOf(writing).attached);
  return parsed.success ? parsed.output : [];
}

/** Changes what goes with what is being written to somebody, or to everyone; they need not be who is written to now. */
export function putAttached(
  writing: Writing,
  to: Addressee | undefined,
  change: (list: readonly Attached[]) => readonly Attached[],
): Writing {
  const theirs = { ...writing, to };
  const { attached: _, ...draft } = draftOf(theirs);
  const list = change(attachedIn(theirs)).slice(0, FILE_LIMITS.most);
  return { ...put(theirs, { ...draft, ...(list.length > 0 && { attached: list }) }), to: writing.to };
}
