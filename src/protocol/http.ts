import * as v from "valibot";
import { isSubstantial, nick, passDays, saying } from "./command.ts";
import { LIMITS } from "./limits.ts";
import { roomName } from "./room-name.ts";

// Plain HTTP (§9): what it is asked. What it answers is in http-answer.ts, which the Worker need not carry along.

const digits = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most));

/** Which events are asked for, as the query has it. */
export const range = v.object({
  before: v.exactOptional(digits(0, Number.MAX_SAFE_INTEGER)),
  after: v.exactOptional(digits(0, Number.MAX_SAFE_INTEGER)),
  limit: v.optional(digits(1, LIMITS.page), String(LIMITS.defaultPage)),
});

/** What is posted. */
export const letter = v.pipe(
  v.object({ nick, bot: v.exactOptional(v.boolean()), ...saying.entries }),
  v.check((said) => isSubstantial(said), "text_shows_nothing"),
);

/** Rooms that one pass may name: with the longest names, about as many as it has room for. */
const MOST_ROOMS = 18;

const room = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const name = roomName(dataset.value);
    if (name !== undefined) return name;
    addIssue({ message: "bad_room" });
    return NEVER;
  }),
);

/** What an admin asks of `/api/passes`: see {@link claims} for what the fields mean. */
export const passOrder = v.object({
  days: passDays,
  rooms: v.exactOptional(v.pipe(v.array(room), v.minLength(1), v.maxLength(MOST_ROOMS))),
  make: v.exactOptional(v.boolean()),
  one: v.exactOptional(v.boolean()),
});

/** Whom a deployment lets in: everybody, who has a pass, or the admin alone. */
export const DOORS = ["open", "invited", "closed"] as const;
export type Door = (typeof DOORS)[number];

/** What an admin sets the door to. */
export const doorOrder = v.object({ door: v.picklist(DOORS) });

/** Which rooms an admin wants listed. */
export const roomsQuery = v.object({
  after: v.exactOptional(room),
  limit: v.optional(digits(1, LIMITS.page), String(LIMITS.defaultPage)),
});

export type PassOrder = v.InferOutput<typeof passOrder>;
export type Range = v.InferOutput<typeof range>;
export type Letter = v.InferOutput<typeof letter>;
