import { Component } from "preact";
import type { LogRow } from "../model/rows.ts";
import { pageWords } from "../words/page-words.ts";
import type { Around } from "./around.ts";
import { DayLine } from "./day-line.tsx";
import { MessageRow } from "./message-row.tsx";
import { Notice } from "./notice.tsx";

/** One line of the log, drawn anew only if something about it has changed. */
export class AnyRow extends Component<LogRow & Around> {
  override shouldComponentUpdate(next: LogRow & Around): boolean {
    const now = Object.entries(this.props);
    return (
      now.length !== Object.keys(next).length ||
      now.some(([name, value]) => value !== Reflect.get(next, name))
    );
  }

  render(row: LogRow & Around) {
    switch (row.kind) {
      case "message":
        return <MessageRow {...row} />;
      case "day":
        return <DayLine at={row.at} />;
      case "unread":
        return <div class="line unread">{pageWords.log.unread}</div>;
      case "notice":
        return <Notice text={row.text} />;
      default:
        return row satisfies never;
    }
  }
}
