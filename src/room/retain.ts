import type { Room } from "./room.ts";

/** Removes the events that are too many, a twentieth of the log at a time: readers are shown none of them anyway. */
export function trim({ store: { log }, settings: { historyMessages } }: Room): void {
  const batch = Math.max(1, Math.floor(historyMessages / 20));
  const surplus = log.cursor() - historyMessages;
  if (surplus - log.removed() >= batch) log.removeThrough(surplus);
}

/** Removes the events that are too old, and those that are too many. */
export function retain(room: Room): void {
  const { log } = room.store;
  const aged = log.lastBefore(room.now() - room.settings.historyAge);
  if (aged > log.removed()) log.removeThrough(aged);
  trim(room);
}
