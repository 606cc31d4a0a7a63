/** The bounds of protocol version 1. Lengths of text count Unicode code points. */
export const LIMITS = {
  /** Characters of a nickname (grapheme clusters), least by default and most, after NFC. */
  nick: [3, 10],
  /** Bytes of a nickname (UTF-8). */
  nickBytes: 64,
  /** Nonspacing marks of a nickname in a row: Unicode Technical Standard #39, section 5.4. */
  nickMarks: 4,
  /** Code points of a message. */
  text: 4_000,
  /** Code points of a topic, a reason or a search. */
  note: 200,
  /** Of those who reacted with one emoji, how many are told: the newest. */
  reactors: 10,
  /** Characters of a passphrase or an admin token that anybody gives. */
  secret: 256,
  /** Bytes of one frame from a client (UTF-8), without the escapes that JSON does not need. */
  frame: 16_384,
  /** Seconds of slow mode, at most. */
  slow: 600,
  /** Code points of a hook's name, and of the name that one shows itself under. */
  hookName: 32,
  /** Hours of a ban that is not for good, at most. */
  banHours: 8_760,
  /** Days for which a pass is good, at most. */
  passDays: 365,
  /** Events in one page of history or search. */
  page: 200,
  /** Events in a page where nobody says how many, and for a newcomer. */
  defaultPage: 50,
  /** Events replayed after a reconnect. */
  replay: 500,
} as const;

/** Bounds that the room alone looks at: no page has to load them, which the bundler sees where nothing is reckoned. */
export const ROOM_LIMITS = {
  /** Bytes of one frame from a client as it comes, needless escapes and all. */
  rawFrame: 65_536,
  /** Bytes of events in one answer (UTF-8 JSON): 512 KiB. */
  answer: 524_288,
  /** Rows of the log that one request reads, found or not, besides reactions between them. */
  rows: 2_000,
  /** UTF-16 code units that one search reads (256 Ki), and the rest of the message that is over. */
  searchText: 262_144,
  /** Bytes sent to a socket since its last ping before it counts as stalled: 8 MiB. */
  unread: 8_388_608,
  /** Hooks of a room. */
  hooks: 20,
  /** Bytes of what is posted to a hook: 1 MiB. */
  hookBody: 1_048_576,
  /** Different emoji that one message has been reacted to with. */
  emojis: 20,
  /** Reactions to one message, of everybody and with every emoji. */
  reactions: 2_000,
} as const;

/** Bounds of files. Those that no message has taken up are few, those on their way included. */
export const FILE_LIMITS = {
  /** Files of one message. */
  most: 4,
  /** Code points of a file's name. */
  name: 120,
  /** Unclaimed files of one person. */
  unclaimed: 8,
  /** Bytes of unclaimed files that come from one network: 20 MiB. */
  unclaimedBytes: 20_971_520,
  /** The share of a room's files that unclaimed ones may be. */
  unclaimedShare: 1 / 4,
  /** Milliseconds for which a file waits for a message to take it up. */
  unclaimedAge: 3_600_000,
  /** Milliseconds that an upload may take, and the bytes a second that it must have come at from then on. */
  grace: 30_000,
  pace: 16_384,
} as const;

/** Bounds of pushes to devices whose people are not looking. */
export const PUSH_LIMITS = {
  /** Subscriptions of one person; one more takes the place of the oldest. */
  person: 5,
  /** Subscriptions of a room. */
  room: 1_000,
  /** UTF-16 code units of an endpoint. */
  endpoint: 2_048,
  /** Code points of a message that are told. */
  text: 120,
} as const;

/** Commands at once, and a second, where a room says nothing else. */
export const DEFAULT_PACE = { burst: 10, perSecond: 5 } as const;

/** Every how many milliseconds a client sends `ping`. */
export const PING_INTERVAL = 25_000;

/** After how many received bytes a client sends `ping` without waiting for its turn. */
export const PING_BYTES = 512 * 1024;

/** Milliseconds between two `typing` events of one member. */
export const TYPING_INTERVAL = 3_000;

/** Names version 1 in `Sec-WebSocket-Protocol`. */
export const SUBPROTOCOL = "papo.v1";
