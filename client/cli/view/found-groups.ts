import type { Message } from "../../../src/protocol/event.ts";
import type { FoundMessage } from "../../core/slash/slash-command.ts";

/** A message that was found, or stands beside one. */
export interface FoundLine {
  readonly message: Message;
  readonly isFound: boolean;
}

/** What was found, with what stands around it: each message once, in their order, those together that stand so. */
export function foundGroups(found: readonly FoundMessage[]): FoundLine[][] {
  const hits = new Set(found.map(({ message }) => message.id));
  const groups: FoundLine[][] = [];
  let group: FoundLine[] = [];
  for (const { message, before, behind } of found) {
    const first = before?.id ?? message.id;
    if ((group.at(-1)?.message.id ?? 0) < first) {
      group = [];
      groups.push(group);
    }
    for (const each of [before, message, behind]) {
      if (each === undefined || each.id <= (group.at(-1)?.message.id ?? 0)) continue;
      group.push({ message: each, isFound: hits.has(each.id) });
    }
  }
  return groups;
}
