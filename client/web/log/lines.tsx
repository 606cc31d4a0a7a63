import type { VNode } from "preact";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Draft } from "../../core/sending/entry.ts";
import type { Item } from "../model/item.ts";
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
    const saving = new Map(chat.outbox.map(({ draft }) => [draft.type === "say" ? 0 : draft.id, draft]));
    const { active, asking, ignored } = ui;
    const inputs = [
      feed.log.items,
      feed.unread.from,
      names,
      role,
      active,
      asking,
      session.late.part,
      JSON.stringify([...saving, ...ignored.keys()]),
    ];
    // The same nodes again are skipped: writing in the composer costs nothing here.
    if (inputs.every((input, index) => input === this.#inputs[index])) return this.#nodes;
    this.#inputs = inputs;
    const shown = feed.log.items.filter((item) => item.kind !== "message" || !ignored.has(item.message.uid));
    const rows = rowsOf(
      shown.map((item) => underway(item, saving)),
      feed.unread.from,
    );
    this.#nodes = rows.map((row, index) => {
      const message = row.kind === "message" ? row.message : undefined;
      return (
        <AnyRow
          {...row}
          key={row.key}
          id={row.key}
          active={row.key === active}
          asking={row.key === asking}
          tools={session.late.part}
          far={index < rows.length - NEAR_END}
          saving={saving.has(message?.id ?? -1)}
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

/** A message as it will be once the change of it that is on its way has arrived. */
function underway(item: Item, drafts: ReadonlyMap<number, Draft>): Item {
  if (item.kind !== "message") return item;
  const draft = drafts.get(item.message.id);
  switch (draft?.type) {
    case "edit":
      return { ...item, message: { ...item.message, text: draft.text, edited: true } };
    case "delete":
      return { ...item, message: { ...item.message, text: "", deleted: true } };
    default:
      return item;
  }
}
