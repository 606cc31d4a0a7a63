import { Component } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import type { Role } from "../../../src/protocol/role.ts";
import { safeText } from "../../core/safe-text.ts";
import type { Row } from "../model/rows.ts";
import type { RoomSession } from "../session/room-session.ts";
import { dayOf } from "../text/times.ts";
import type { Names } from "../text/tokens.ts";
import { MessageRow } from "./message-row.tsx";

/** What a line shows besides its row. */
export interface Around {
  id: string;
  /** Its buttons are shown. */
  active: boolean;
  /** Whether to delete it is being asked. */
  asking: boolean;
  /** The reader's day: yesterday's lines are named anew. */
  today: string;
  /** Far from the end. */
  far: boolean;
  /** An edit or deletion of it is on its way. */
  saving: boolean;
  quoted: Message | undefined;
  names: Names;
  role: Role;
  session: RoomSession;
}

/** One line of the log, drawn anew only if something about it has changed. */
export class Line extends Component<Row & Around> {
  override shouldComponentUpdate(next: Row & Around): boolean {
    const now = Object.entries(this.props);
    return (
      now.length !== Object.keys(next).length ||
      now.some(([name, value]) => value !== Reflect.get(next, name))
    );
  }

  render(row: Row & Around) {
    switch (row.kind) {
      case "message":
        return <MessageRow {...row} />;
      case "day":
        return (
          <div class="line">
            <time dateTime={new Date(row.at).toISOString()}>{dayOf(row.at, Date.now())}</time>
          </div>
        );
      case "unread":
        return <div class="line unread">New</div>;
      case "notice":
        return (
          <p class="notice" dir="auto">
            {safeText(row.text)}
          </p>
        );
      default:
        return row satisfies never;
    }
  }
}
