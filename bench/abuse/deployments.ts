/** Who administers what is abused: an owner has such a token, and the counts are read with it. */
export const ADMIN_TOKEN = "the token of the abused deployment";

/** Rows that `DAY_ROWS` watches in a bounded run: a tenth of what suits the free plan, to get there within minutes. */
export const WATCHED_ROWS = 9_000;

/** A deployment as its owner may set it up. */
export interface Setup {
  readonly name: string;
  readonly vars: Readonly<Record<string, string>>;
  /** Minutes for which it is abused; the last one is what goes on for the rest of the day. */
  readonly minutes: number;
}

const PASS_SECRET = "the secret of the abused deployment";

export const setups: readonly Setup[] = [
  { name: "default settings", vars: {}, minutes: 2 },
  { name: "`DAY_ROWS`", vars: { DAY_ROWS: String(WATCHED_ROWS) }, minutes: 3 },
  { name: "`NEW_ROOMS=pass`", vars: { NEW_ROOMS: "pass", PASS_SECRET }, minutes: 1 },
  { name: "`DOOR=invited`", vars: { DOOR: "invited", PASS_SECRET }, minutes: 1 },
];
