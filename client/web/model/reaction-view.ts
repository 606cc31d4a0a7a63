import { changed } from "../../../src/protocol/change.ts";
import type { Message, Reaction } from "../../../src/protocol/event.ts";
import type { Entry } from "../../core/sending/entry.ts";

/** A reaction as it will be once what is on its way has arrived. */
export interface ShownReaction extends Reaction {
  readonly saving: boolean;
}

/** The reactions of a message, those on their way too; a deleted one has none. */
export function reactionsOf(message: Message, outbox: readonly Entry[], you: string): ShownReaction[] {
  if (message.deleted) return [];
  const saving = new Set<string>();
  let shown = message;
  for (const { draft } of outbox) {
    if (draft.type !== "react" || draft.id !== message.id) continue;
    const { emoji, on } = draft;
    const now = shown.reactions?.find((each) => each.emoji === emoji);
    saving.add(emoji);
    if ((now?.me ?? false) === on) continue;
    const count = (now?.count ?? 0) + (on ? 1 : -1);
    const at = { id: 0, at: 0, target: message.id, by: "", byUid: you };
    // One that nobody will have any more stays where it is until that is so.
    if (count > 0) shown = changed(shown, { ...at, type: "reacted", emoji, on, count }, you);
  }
  return (shown.reactions ?? []).map((each) => ({ ...each, saving: saving.has(each.emoji) }));
}

/** Who has reacted, as far as their names are known: the reader first, and how many others there are. */
export function whoReacted(
  { count, me, who = [] }: Reaction,
  { you, nickOf }: { you: { uid: string; called: string }; nickOf(uid: string): string | undefined },
): { names: string[]; others: number } {
  const others = who.filter((uid) => uid !== you.uid).flatMap((uid) => nickOf(uid) ?? []);
  const names = me ? [you.called, ...others] : others;
  return { names, others: Math.max(0, count - names.length) };
}
