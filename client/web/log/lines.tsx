import { nickKey } from "../../../src/protocol/nick.ts";
import { rowsOf } from "../model/rows.ts";
import type { RoomSession } from "../session/room-session.ts";
import type { Names } from "../text/tokens.ts";
import { Line } from "./line.tsx";

/** Lines at the end that are always laid out; those before them only when they come into sight. */
const NEAR_END = 60;

/** Makes the log's lines. */
export class Lines {
  #names: Names & { of: string } = { of: "", you: "", others: new Set() };

  draw(session: RoomSession) {
    const { feed, chat, screen } = session;
    const shown = feed.items.filter(
      (item) => item.kind !== "message" || !screen.ignored.has(item.message.uid),
    );
    const rows = rowsOf(shown, feed.unread.from);
    const saving = new Set(chat.outbox.map(({ draft }) => (draft.type === "say" ? 0 : draft.id)));
    return rows.map((row, index) => {
      const message = row.kind === "message" ? row.message : undefined;
      return (
        <Line
          {...row}
          key={row.key}
          id={row.key}
          active={row.key === screen.active}
          asking={row.key === screen.asking}
          far={index < rows.length - NEAR_END}
          saving={message !== undefined && saving.has(message.id)}
          quoted={message?.re === undefined ? undefined : feed.messageOf(message.re)}
          names={this.#namesIn(session)}
          role={chat.room.you?.role ?? "member"}
          session={session}
        />
      );
    });
  }

  /** Whose names are looked for; the same object until somebody comes, goes or is renamed. */
  #namesIn({ chat }: RoomSession): Names {
    const { you, members } = chat.room;
    const of = [you, ...members].map((member) => member?.nick).join();
    if (of !== this.#names.of) {
      const others = new Set(members.map(({ nick }) => nickKey(nick)));
      this.#names = { of, you: nickKey(you?.nick ?? ""), others };
    }
    return this.#names;
  }
}
