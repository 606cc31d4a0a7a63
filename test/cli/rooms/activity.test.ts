import { describe, expect, test } from "vitest";
import { activity, type UnreadElsewhere } from "../../../client/cli/rooms/activity.ts";

const room = (name: string, unread: Partial<UnreadElsewhere> = {}): UnreadElsewhere => {
  return { name, count: 0, calls: 0, isAsking: false, ...unread };
};
const ROOMS = [
  room("lobby"),
  room("dev", { count: 3 }),
  room("ops", { count: 9, calls: 1 }),
  room("kitchen", { count: 120 }),
  room("locked", { isAsking: true }),
];

describe("what is unread elsewhere", () => {
  test.each([
    { what: "nothing", rooms: [room("lobby"), room("dev")], cells: 40, shown: "" },
    { what: "all that fits", rooms: ROOMS, cells: 40, shown: "[dev 3 ops @1 kitchen 120 locked?] " },
    { what: "the exact width", rooms: ROOMS, cells: 35, shown: "[dev 3 ops @1 kitchen 120 locked?] " },
    {
      what: "of more, the most important",
      rooms: ROOMS,
      cells: 34,
      shown: "[ops @1 kitchen 120 locked? …] ",
    },
    { what: "what asks before what is much", rooms: ROOMS, cells: 20, shown: "[ops @1 locked? …] " },
    { what: "a mention before all", rooms: ROOMS, cells: 12, shown: "[ops @1 …] " },
    { what: "at least how much is to the reader", rooms: ROOMS, cells: 8, shown: "[@1 …] " },
    { what: "that there is something", rooms: ROOMS, cells: 5, shown: "[…] " },
    { what: "nothing where there is no place", rooms: ROOMS, cells: 3, shown: "" },
    { what: "nothing in a row of no width", rooms: ROOMS, cells: -9, shown: "" },
  ])("$what", ({ rooms, cells, shown }) => {
    expect(activity(rooms, cells)).toBe(shown);
  });
});
