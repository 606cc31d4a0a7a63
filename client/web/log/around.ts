import type { Message } from "../../../src/protocol/event.ts";
import type { Names } from "../../../src/protocol/text/mention.ts";
import type { MessageItem } from "../model/item.ts";
import type { Picked, RoomSession } from "../session/room-session.ts";

/** What a line shows besides its row. */
export interface Around extends Pick<Picked, "id" | "asking" | "role" | "session"> {
  /** Its buttons are shown. */
  active: boolean;
  /** Far from the end. */
  far: boolean;
  /** Where its buttons are. */
  tools: RoomSession["late"]["part"];
  /** An edit or deletion of it is on its way. */
  saving: boolean;
  quoted: Message | undefined;
  names: Names;
}

/** All that a message is shown by. */
export type MessageProps = MessageItem & Around & { head: boolean };
