import * as v from "valibot";
import { LIMITS } from "./limits.ts";

// How clients take what a server sends, which they don't trust: every number,
// text and list gets its bound here, once, so that nothing behind looks again.

/** Milliseconds since 1970 of the last moment that a `Date` can hold. */
const LAST_MOMENT = 8.64e15;
/** Milliseconds of the longest wait that a client lets itself be told: a day. */
const LONGEST_WAIT = 86_400_000;
/** UTF-16 units of a name, a `uid`, a code. */
const NAME = 64;
/** UTF-16 units of a sentence of the server's. */
const SENTENCE = 1_000;
/** Words and numbers that one sentence names. */
const PARAMS = 8;
/** Events in one page. A server sends 200 at most. */
const EVENTS = 10_000;

/** When something happened: milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));

/** An id, a command's number, a count. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const name = v.pipe(v.string(), v.maxLength(NAME));

/** What somebody wrote has come in one frame, and is no longer than that. */
export const text = v.pipe(v.string(), v.maxLength(LIMITS.frame));

/** Something that is there or not; what can't be read is not. */
export const mark = v.exactOptional(v.fallback(v.boolean(), false));

/** A number, taken to the nearest sensible one. */
export function within([least, most]: readonly [number, number], otherwise: number) {
  const clamp = (value: number) => Math.min(Math.max(value, least), most);
  return v.fallback(v.pipe(v.number(), v.transform(clamp)), otherwise);
}

/** Milliseconds to wait. What can't be read is no time at all. */
export const wait = within([0, LONGEST_WAIT], 0);

/** A sentence for a person, who must be told something. */
export function sentenceOr(otherwise: string) {
  return v.fallback(
    v.pipe(
      v.string(),
      v.transform((said) => said.slice(0, SENTENCE)),
    ),
    otherwise,
  );
}

/** What a sentence names: a few words and numbers. */
export const params = v.pipe(v.record(name, v.union([v.number(), text])), v.maxEntries(PARAMS));

/** Those of a list that can be read, for what is new to this client must not hide the rest. The first `most` are looked at. */
export function listOf<const Item extends v.GenericSchema>(item: Item, most: number) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => readable(item, items.slice(0, most))),
  );
}

/** The fields of a page, before its events are read by {@link readPage}. */
export const PAGE = {
  events: v.pipe(v.array(v.unknown()), v.maxLength(EVENTS)),
  more: v.boolean(),
  /** Where to go on, if there is more: the next page's `before` or `after`. */
  before: v.exactOptional(count),
  after: v.exactOptional(count),
};

/** A page's events that can be read. Where others are left out, `before` and `after` are told, for these would count too. */
export function readPage<const Item extends v.GenericSchema>(
  item: Item,
  page: { events: unknown[]; more: boolean; before?: number; after?: number },
): { events: v.InferOutput<Item>[]; before?: number; after?: number } {
  const events = readable(item, page.events);
  const { before, after } = page;
  const told = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  if (events.length === page.events.length || !page.more) return { ...told, events };
  const ids = page.events.flatMap((event) => skippedEvent(event)?.id ?? []);
  return { ...(ids.length > 0 && { before: Math.min(...ids), after: Math.max(...ids) }), ...told, events };
}

/** A durable event of which no more is known than its place in the log. */
export interface Skipped {
  type: "skipped";
  id: number;
  at: number;
}

const place = v.object({ id: count, at: moment });

/** The place of a durable event, whatever its type: only these have an `id` and an `at`. */
export function skippedEvent(event: unknown): Skipped | undefined {
  const parsed = v.safeParse(place, event);
  return parsed.success ? { type: "skipped", ...parsed.output } : undefined;
}

function readable<const Item extends v.GenericSchema>(
  item: Item,
  values: readonly unknown[],
): v.InferOutput<Item>[] {
  return values.flatMap((value) => {
    const parsed = v.safeParse(item, value, { abortEarly: true });
    return parsed.success ? [parsed.output] : [];
  });
}
