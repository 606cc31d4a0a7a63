import type { ComponentChildren } from "preact";
import type { Names } from "../../../src/protocol/text/mention.ts";
import type { LogRow } from "../model/rows.ts";
import type { InRoom } from "../session/in-room.ts";
import { MessageBody } from "./message-body.tsx";
import { classes } from "./message-row.tsx";

interface OwnRowProps extends InRoom {
  readonly row: Extract<LogRow, { kind: "message" }>;
  readonly names: Names;
  /** Classes of its own. */
  readonly marks: Readonly<Record<string, unknown>>;
  readonly children: ComponentChildren;
}

/** A message of one's own on its way, as it will look in the log; below it stands how it stands with it. */
export function OwnRow({ row, names, marks, session, children }: OwnRowProps) {
  const { message, head, key } = row;
  const all = { row: true, outgoing: true, ...marks, head, private: message.to, action: message.me };
  const quoted = session.feed.log.messageOf(message.re ?? 0);
  return (
    <article class={classes(all)} data-key={key} tabIndex={-1}>
      <MessageBody {...{ message, head, names, session, quoted }} own>
        {children}
      </MessageBody>
    </article>
  );
}
