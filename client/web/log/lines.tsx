import type { VNode } from "preact";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import { rowsOf } from "../model/rows.ts";
import type { RoomSession } from "../session/room-session.ts";
import { AnyRow } from "./any-row.tsx";

/** Lines at the end that are always laid out; those before them only when they come into sight. */
const NEAR_END = 60;

/** Makes the log's lines. */
export class Lines {
  #inputs: unknown[] = [];
  #nodes: VNode[] = [];
  #names: Names & { of: string } = { of: "", you: "", others: new Set() };

  /** Whose names the lines were searched for. */
  get names(): Names {
    return this.#names;
  }

  draw(session: RoomSession): VNode[] {
    const { feed, chat, ui } = session;
    const names = this.#namesIn(session);
    const role = chat.room.you?.role ?? "member";
    const saving = chat.outbox.map(({ draft }) => (draft.type === "say" ? 0 : draft.id));
    const { active, asking, ignored } = ui;
    const today = new Date().toDateString();
    const inputs = [
      today,
      feed.log.items,
      feed.unread.from,
      names,
      role,
      active,
      asking,
      `${saving} ${[...ignored.keys()]}`,
    ];
    // The same nodes again are skipped: writing in the composer costs nothing here.
    if (inputs.every((input, index) => input === this.#inputs[index])) return this.#nodes;
    this.#inputs = inputs;
    const shown = feed.log.items.filter((item) => item.kind !== "message" || !ignored.has(item.message.uid));
    const rows = rowsOf(shown, feed.unread.from);
    this.#nodes = rows.map((row, index) => {
      const message = row.kind === "message" ? row.message : undefined;
      return (
        <AnyRow
          {...row}
          key={row.key}
          id={row.key}
          active={row.key === active}
          asking={row.key === asking}
          today={today}
          far={index < rows.length - NEAR_END}
          saving={saving.includes(message?.id ?? -1)}
          quoted={feed.log.messageOf(message?.re ?? 0)}
          names={names}
          role={role}
          session={session}
        />
      );
    });
    return this.#nodes;
  }

  /** Whose names are looked for; the same object until somebody comes, goes or is renamed. */
  #namesIn({ chat }: RoomSession): Names {
    const { you, members } = chat.room;
    const of = [you, ...members].map((member) => member?.nick).join();
    if (of !== this.#names.of) {
      const others = new Set(members.map(({ nick }) => nickKey(nick)));
      this.#names = { of, you: you?.nick ?? "", others };
    }
    return this.#names;
  }
}
