import { fold } from "./fold.ts";

/** What two nicknames have in common that count as the same. */
export function nickKey(nick: string): string {
  return fold(nick);
}
