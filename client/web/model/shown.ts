import type { Message } from "../../../src/protocol/event.ts";
import type { Draft, Entry } from "../../core/sending/entry.ts";
import type { Item, MessageItem, NoticeItem } from "./item.ts";
import { type Items, messageIn } from "./log.ts";

/** A message as it is shown: as it will be once the change of it that is on its way has arrived. */
export interface ShownMessage extends MessageItem {
  /** What it replies to, as far as that is on the page. */
  readonly quoted?: Message | undefined;
  /** An edit or deletion of it is on its way. */
  readonly saving?: boolean;
  /** A reaction to it is. */
  readonly reacting?: boolean;
}

export type ShownItem = ShownMessage | NoticeItem;

interface Made {
  readonly draft: Draft | undefined;
  readonly quoted: Message | undefined;
  readonly shown: ShownItem;
}

/** What is shown of a log: an item is the same object until something about it has changed. */
export class ShownItems {
  readonly #made = new WeakMap<Item, Made>();

  of(
    items: Items,
    { outbox, ignored }: { outbox: readonly Entry[]; ignored: ReadonlyMap<string, unknown> },
  ): readonly ShownItem[] {
    const drafts = new Map<number, Draft>();
    for (const { draft } of outbox) if (draft.type !== "say") drafts.set(draft.id, draft);
    const shown: ShownItem[] = [];
    for (const item of items) {
      if (item.kind !== "message") shown.push(item);
      else if (!ignored.has(item.message.uid)) {
        const { id, re } = item.message;
        const draft = drafts.get(id);
        const quoted = re === undefined ? undefined : messageIn(items, re);
        shown.push(draft || quoted ? this.#shownAs(item, draft, quoted) : item);
      }
    }
    return shown;
  }

  #shownAs(item: MessageItem, draft: Draft | undefined, quoted: Message | undefined): ShownItem {
    const made = this.#made.get(item);
    if (made && made.draft === draft && made.quoted === quoted) return made.shown;
    const message = draft ? underway(item.message, draft) : item.message;
    const reacting = draft?.type === "react";
    const shown = { ...item, message, quoted, saving: draft !== undefined && !reacting, reacting };
    this.#made.set(item, { draft, quoted, shown });
    return shown;
  }
}

function underway(message: Message, draft: Draft): Message {
  switch (draft.type) {
    case "edit":
      return { ...message, text: draft.text, edited: true };
    case "delete":
      return { ...message, text: "", deleted: true };
    default:
      return message;
  }
}
