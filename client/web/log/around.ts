import type { Message } from "../../../src/protocol/event.ts";
import type { Role } from "../../../src/protocol/role.ts";
import type { Names } from "../../../src/protocol/text/mention.ts";
import type { MessageItem } from "../model/item.ts";
import type { RoomSession } from "../session/room-session.ts";

/** What a line shows besides its row. */
export interface Around {
  id: string;
  /** Its buttons are shown. */
  active: boolean;
  /** Whether to delete it is being asked. */
  asking: boolean;
  /** Far from the end. */
  far: boolean;
  /** An edit or deletion of it is on its way. */
  saving: boolean;
  quoted: Message | undefined;
  names: Names;
  role: Role;
  session: RoomSession;
}

/** All that a message is shown by. */
export type MessageProps = MessageItem & Around & { head: boolean };
