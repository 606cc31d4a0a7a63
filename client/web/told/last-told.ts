import * as v from "valibot";
import { count, listOf, moment } from "../../../src/protocol/untrusted.ts";
import type { LastTold } from "./fold-news.ts";

/** Places of which it is known what was told, at most: the latest. */
const MOST_PLACES = 300;

const rows = listOf(v.tuple([v.string(), v.object({ id: count, at: moment, rangAt: moment })]), MOST_PLACES);

/** What was told last of each place, by its tag, as it was kept; what is damaged is left out. */
export function readLastTold(kept: unknown): Map<string, LastTold> {
  const { success, output } = v.safeParse(rows, kept);
  return new Map(success ? output : []);
}

/** As it is kept, once something was told of a place. */
export function withLastTold(
  before: ReadonlyMap<string, LastTold>,
  tag: string,
  last: LastTold,
): [string, LastTold][] {
  const all = new Map(before);
  all.delete(tag);
  return [...all.set(tag, last)].slice(-MOST_PLACES);
}
