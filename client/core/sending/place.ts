import type { Chat } from "../chat.ts";
import { OUTBOX_BOUND } from "./outbox.ts";

/** Resolves once at most `most` entries wait in the outbox. */
export function outboxBelow(chat: Pick<Chat, "outbox" | "subscribe">, most: number): Promise<void> {
  return new Promise((resolve) => {
    if (chat.outbox.length <= most) {
      resolve();
      return;
    }
    const stop = chat.subscribe((event) => {
      if (event.type !== "stored" && event.type !== "failed" && event.type !== "unsure") return;
      if (chat.outbox.length > most) return;
      stop();
      resolve();
    });
  });
}

/** Resolves once the outbox takes one more. */
export function placeInOutbox(chat: Pick<Chat, "outbox" | "subscribe">): Promise<void> {
  return outboxBelow(chat, OUTBOX_BOUND - 1);
}
