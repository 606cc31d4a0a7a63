import { expect, test } from "vitest";
import type * as core from "../../client/core/chat.ts";
import type { RoomChange, SeenEvent } from "../../client/core/chat-event.ts";
import type { ProblemCode } from "../../client/core/problem.ts";
import type { Draft } from "../../client/core/sending/entry.ts";
import type * as told from "../../client/library/types/types.ts";
import type { CommandOf } from "../../src/protocol/command.ts";
import type * as protocol from "../../src/protocol/event.ts";
import type { Invitation } from "../../src/protocol/invitation.ts";
import type { Role } from "../../src/protocol/role.ts";

// What programs see is written by hand, so that it can be read; here the compiler sees that it is what there is.
// Where a line does not compile, something was added inside that the file of that name in client/library/types lacks.

type FieldsOf<Type> = Type extends unknown ? keyof Type : never;
type SameFields<One, Other> = [FieldsOf<One>, FieldsOf<Other>] extends [FieldsOf<Other>, FieldsOf<One>]
  ? true
  : never;
/** The inner thing can be handed out as the outer one, and has no field that the outer one does not name. */
type Told<Inner, Outer> = [Inner] extends [Outer] ? SameFields<Inner, Outer> : never;
/** The outer thing is taken for the inner one. */
type Taken<Outer, Inner> = [Given<Outer>] extends [Required<Inner>] ? SameFields<Outer, Inner> : never;
/** What is left out may be written as undefined, too. */
type Given<Outer> = { [Name in keyof Outer]-?: Exclude<Outer[Name], undefined> };

type InnerEvent = Omit<Extract<SeenEvent, { type: "message" }>, "entry">;

const SAME: [
  Told<protocol.Member, told.Member>,
  Told<protocol.Message, told.Message>,
  Told<protocol.Reaction, told.Reaction>,
  Told<protocol.DurableEvent, told.StoredEvent>,
  Told<InnerEvent, told.RoomEventOf<"message">>,
  Told<
    Exclude<RoomChange, { type: "kicked" }>,
    Extract<told.RoomEvent, { type: Exclude<RoomChange["type"], "kicked"> }>
  >,
  Told<core.HistoryPage, told.HistoryPage>,
  Told<core.FoundPage, told.FoundPage>,
  Told<protocol.Ban, told.Ban>,
  Told<protocol.Kept, told.KeptOut>,
  Told<protocol.Act, told.Act>,
  Told<protocol.Hook, told.Hook>,
  Told<Invitation, told.Invitation>,
  Told<Draft, told.Draft>,
  Taken<told.Banning, core.Banning>,
  Taken<told.Inviting, core.Inviting>,
  Taken<told.ActsQuery, core.ActsQuery>,
  Taken<told.HistoryQuery, core.HistoryQuery>,
  Taken<told.SearchQuery, Omit<core.SearchQuery, "text">>,
  [told.Role, Role] extends [Role, told.Role] ? true : never,
  "bot" extends keyof CommandOf<"join"> ? true : never,
  [ProblemCode] extends [told.Problem["code"]] ? true : never,
] = [
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
];

test("what programs see of a room is what a room tells", () => {
  expect(SAME).not.toContain(false);
});
