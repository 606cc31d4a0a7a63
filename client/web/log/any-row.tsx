import type { LogRow } from "../model/rows.ts";
import { pageWords } from "../words/page-words.ts";
import type { Around } from "./around.ts";
import { DayLine } from "./day-line.tsx";
import { MessageRow } from "./message-row.tsx";
import { Notice } from "./notice.tsx";
import { Still } from "./still.ts";

type RowProps = LogRow & Around & { id: string; active: boolean };

/** One line of the log. */
export class AnyRow extends Still<RowProps> {
  render(row: RowProps) {
    switch (row.kind) {
      case "message":
        return <MessageRow {...row} />;
      case "day":
        return <DayLine at={row.at} />;
      case "unread":
        return <div class="line unread">{pageWords.log.unread}</div>;
      case "notice":
        return row.moves && typeof row.part !== "string" ? (
          <row.part.MovesNotice {...row} moves={row.moves} />
        ) : (
          <Notice text={row.text} />
        );
      default:
        return row satisfies never;
    }
  }
}
