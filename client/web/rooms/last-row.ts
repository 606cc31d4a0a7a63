import * as v from "valibot";
import { message } from "../../../src/protocol/durable.ts";
import { listOf, moment, name } from "../../../src/protocol/untrusted.ts";

/** Of one room, and rooms: what this browser keeps at most. */
export const MOST_LAST_MESSAGES = 50;
export const MOST_LAST_ROOMS = 20;

const lastRow = v.object({
  /** The room. */
  key: name,
  /** When it was put there: milliseconds since 1970. */
  at: moment,
  /** Who had seen them: their `uid`. */
  you: name,
  messages: listOf(message, MOST_LAST_MESSAGES),
});

/** The newest messages of a room that were seen here. */
export type LastRow = v.InferOutput<typeof lastRow>;

/** Undefined where it can't be read, or is another person's. */
export function readLast(row: unknown, you: string): LastRow | undefined {
  const parsed = v.safeParse(lastRow, row);
  return parsed.success && parsed.output.you === you ? parsed.output : undefined;
}

/** The keys of rows that are to go: of rooms that are none of the person's any more, and of too many the oldest. */
export function outdated(rows: readonly Pick<LastRow, "key" | "at">[], rooms: readonly string[]): string[] {
  return rows
    .toSorted((one, other) => other.at - one.at)
    .filter(({ key }, index) => index >= MOST_LAST_ROOMS || !rooms.includes(key))
    .map(({ key }) => key);
}
