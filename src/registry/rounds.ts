import { log } from "../object/log.ts";
import { dayOf, type Used } from "../room/report.ts";
import type { Ledger, Round } from "./ledger.ts";

/** Rooms that are told at a time: an invocation on the free plan may ask 50 others. */
export const MOST_CALLS = 40;

/** A room as the registry tells it something. */
export interface RoomToTell {
  /** How far the deployment's day is used up. */
  used(used: Used): Promise<unknown>;
  /** The server is closed for now, so nobody stays; later on, nobody but admins, who have come in since. */
  closeDoor(stay: "nobody" | "admins"): Promise<unknown>;
}

interface RoundOptions {
  readonly ledger: Ledger;
  /** In ms since 1970. */
  readonly now: number;
  used(): Used;
  room(name: string): RoomToTell;
}

/** Tells so many rooms what is to be told. Where one can't be told, the others are all the same. */
export async function goRound({ ledger, now, used, room }: RoundOptions): Promise<void> {
  let left = MOST_CALLS;
  for (const round of ledger.rounds.filter(({ due }) => due <= now)) {
    if (left === 0) return;
    // Another day is used up differently; but a closed door stays closed.
    const isOver = round.kind === "used" && round.day !== dayOf(now);
    const names = isOver ? [] : ledger.waiting(round, left);
    await Promise.all(
      names.map((name) =>
        tell(round.kind, room(name), used()).catch((error: unknown) => log("error", { room: name, error })),
      ),
    );
    const last = names.at(-1);
    if (last !== undefined && names.length === left) ledger.goOn(round, last);
    else ledger.endRound(round);
    left -= names.length;
  }
}

async function tell(kind: Round["kind"], room: RoomToTell, used: Used): Promise<void> {
  switch (kind) {
    case "used":
      await room.used(used);
      break;
    case "close":
      await room.closeDoor("nobody");
      break;
    case "close_again":
      await room.closeDoor("admins");
      break;
    default:
      kind satisfies never;
  }
}
