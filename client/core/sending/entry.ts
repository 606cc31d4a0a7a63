import type { CommandOf } from "../../../src/protocol/command.ts";

type Numberless<Command> = Omit<Command, "cid">;

/** Something to be stored by the room: a command that has no number yet. */
export type Draft =
  | Numberless<CommandOf<"say">>
  | Numberless<CommandOf<"edit">>
  | Numberless<CommandOf<"delete">>
  | Numberless<CommandOf<"react">>;

/**
 * - `waiting`: not sent yet, or refused for now; goes out by itself.
 * - `sent`: on its way under the number `cid`, not answered yet.
 * - `unsure`: it was on its way when a connection broke, and the room has
 *   forgotten too much to know whether it was stored. The person says: resend or drop.
 */
export type EntryState = { state: "waiting" } | { state: "sent"; cid: number } | { state: "unsure" };

/** What a person wants stored and the room has not acknowledged yet. */
export type Entry = Readonly<
  EntryState & {
    /** Its name in this client, for as long as it is in the outbox. */
    key: number;
    draft: Draft;
    /** When the person pressed Enter: milliseconds since 1970, by the client's clock. */
    at: number;
  }
>;
