import { grouped } from "../../../core/words/english.ts";
import { age, plural } from "./units.ts";

interface Invited {
  /** Undefined where it is for all rooms. */
  readonly rooms: readonly string[] | undefined;
  readonly one: boolean;
  readonly make: boolean;
  /** `2026-11-26 16:05` */
  readonly until: string;
}

/** What the owner of a server is told. */
export const admin = {
  token: "Admin token (unseen): ",
  giveToken: (server: string) =>
    `Set PAPO_ADMIN_TOKEN, and PAPO_SECRETS_FOR=${server}, or call it at a terminal, which asks for the token.`,

  whichServer: "Which server? Write papo admin https://HOST rooms, or see papo admin --help.",
  what: (orders: readonly string[]) =>
    `What is to be done? Write one of ${orders.join(", ")} behind the address. See papo admin --help.`,
  noOrder: ({ written, meant }: { written: string; meant: string | undefined }) =>
    `There is no "papo admin ${written}".${meant === undefined ? "" : ` Did you mean ${meant}?`} See papo admin --help.`,
  whichRoom: (order: string) => `Which room? Write its name behind ${order}.`,
  tooMuch: ({ order, argument }: { order: string; argument: string }) =>
    `"${argument}" is too much behind ${order}. See papo admin --help.`,
  optionOf: ({ option, order }: { option: string; order: string }) =>
    `--${option} means nothing to ${order}. See papo admin --help.`,
  days: (most: number) => `--days is a number from 1 to ${most}.`,
  doors: (doors: readonly string[]) => `The door is one of ${doors.join(", ")}.`,

  invited({ rooms, one, make, until }: Invited): string {
    const who = one ? "one person, whoever comes first with it," : "everybody who has it";
    const where = rooms === undefined ? "every room" : rooms.join(", ");
    const may = make ? " They may make rooms." : "";
    return `It lets ${who} into ${where}, until ${until}.${may} The link is a secret: give it to nobody else.`;
  },

  columns: {
    room: "ROOM",
    members: "HERE",
    messages: "MESSAGES",
    rows: "ROWS",
    created: "MADE",
    active: "ACTIVE",
  },
  ago: (ms: number) => `${age(ms)} ago`,
  count: grouped,
  day: ({ rows, limit }: { rows: number; limit: number }) =>
    limit === 0
      ? `Today (UTC): ${grouped(rows)} rows; DAY_ROWS sets no limit.`
      : `Today (UTC): ${grouped(rows)} of ${grouped(limit)} rows, ${Math.floor((100 * rows) / limit)} %.`,
  noRooms: "There is no room yet.",
  unused: (count: number) =>
    plural(count, {
      one: "1 more room was not used for a day; --all shows it.",
      other: `${grouped(count)} more rooms were not used for a day; --all shows them.`,
    }),

  about: {
    topic: "Topic",
    members: "Here",
    locked: "Locked",
    cursor: "Events ever",
    messages: "Messages today",
    rows: "Rows today",
    created: "Made",
    active: "Active",
  },
  yes: "yes",
  no: "no",
  noSuchRoom: (room: string) => `Nobody has made a room called ${room}.`,

  willErase: (room: string) =>
    `All that was said in ${room}, its people's roles, bans and files will be gone for good, and whoever is there is sent out.`,
  typeName: "Type the room's name to erase it: ",
  notErased: (room: string) => `That is not its name: ${room} stays as it is.`,
  sayYes: "Nobody can be asked whether that is meant. Give --yes.",
  erased: (room: string) => `${room} is erased.`,
  door: {
    open: "The door is open to everybody.",
    invited: "The door is for those who were invited.",
    closed: "The door is closed to all but the admin, and everybody is sent out.",
  },
  holds: "It holds everywhere within 30 seconds, until it is put back.",
};
