import type { Names } from "../../../src/protocol/text/mention.ts";
import type { ShownMessage } from "../model/shown.ts";
import type { Picked, RoomSession } from "../session/room-session.ts";

/** The message whose buttons are shown. */
export interface Active extends Pick<Picked, "asking" | "role"> {
  key: string;
  /** Where its buttons are. */
  tools: RoomSession["late"]["part"];
}

/** What a line shows besides its row. */
export interface Around {
  /** If it is this one. */
  active: Active | undefined;
  names: Names;
  session: RoomSession;
}

/** All that a message is shown by. */
export type MessageProps = ShownMessage & Around & { id: string; head: boolean };
