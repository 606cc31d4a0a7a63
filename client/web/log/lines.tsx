import type { VNode } from "preact";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { type Block, blocksOf, lineAbove } from "../model/blocks.ts";
import { NamesInBlocks } from "../model/names-in-blocks.ts";
import { type ShownItem, ShownItems } from "../model/shown.ts";
import type { RoomSession } from "../session/room-session.ts";
import { LogBlock } from "./log-block.tsx";

/** Items at the end that are always laid out; those before them only when they come into sight. */
const NEAR_END = 60;

/** Makes the log's lines. What it costs to draw them anew goes by what has changed, and not by how many there are. */
export class Lines {
  #blocks: readonly Block<ShownItem>[] = [];
  readonly #shown = new ShownItems();
  readonly #names = new NamesInBlocks();

  /** Whose names are in the room. */
  get names(): Names {
    return this.#names.now;
  }

  draw(session: RoomSession): VNode[] {
    const { feed, chat, ui, late } = session;
    const items = this.#shown.of(feed.log.items, { outbox: chat.outbox, ignored: ui.ignored });
    // What has been laid out once keeps its height from then on, and moves nothing when it comes into sight again.
    const drawn = new Set(this.#blocks.map(({ key }) => key));
    this.#blocks = blocksOf(items, lineAbove(items, feed.unread.from), this.#blocks);
    this.#names.follow(chat.room, this.#blocks);
    let behind = items.length;
    return this.#blocks.map((block) => {
      behind -= block.items.length;
      const active = ui.active && block.items.some(({ key }) => key === ui.active) ? ui.active : undefined;
      return (
        <LogBlock
          key={block.key}
          block={block}
          active={active}
          asking={active !== undefined && active === ui.asking}
          far={behind >= NEAR_END && drawn.has(block.key)}
          names={this.#names.in(block)}
          part={late.part}
          session={session}
        />
      );
    });
  }
}
