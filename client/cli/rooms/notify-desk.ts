import type { NotifyDesk } from "../../core/slash/notify.ts";
import type { TerminalWishes } from "../told/terminal-wishes.ts";
import { cliWords } from "../words/words.ts";
import type { Seat } from "./seat.ts";

export interface NotifyDeskOptions {
  readonly terminal: TerminalWishes;
  /** What is shown of the room may be other than before. */
  changed(): void;
}

/** What is told of a room, as `/notify` there shows and changes it. */
export function notifyDesk(
  seat: Pick<Seat, "name" | "quiet" | "wishes">,
  { terminal, changed }: NotifyDeskOptions,
): NotifyDesk {
  return {
    wishes: () => ({ ...seat.wishes.now, ...terminal.now }),
    wish(change) {
      const isOfRoom = "wants" in change || "mutedUntil" in change;
      const refusal = isOfRoom ? seat.wishes.set(change) : terminal.set(change);
      changed();
      return refusal;
    },
    hindrance: () => (seat.quiet ? cliWords().told.isQuiet(seat.name) : undefined),
  };
}
