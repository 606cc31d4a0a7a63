import type { Names } from "../../../src/protocol/text/mention.ts";
import type { ShownMessage } from "../model/shown.ts";
import type { RoomSession } from "../session/room-session.ts";

/** What a line shows besides its row. */
export interface Around {
  /** Whether to delete it is being asked. */
  asking: boolean;
  names: Names;
  /** How its text is shown, what was reacted with, and what can be done with it. */
  part: RoomSession["late"]["part"];
  session: RoomSession;
}

/** All that a message is shown by; if it is `active`, its buttons are shown. */
export type MessageProps = ShownMessage & Around & { id: string; head: boolean; active: boolean };
