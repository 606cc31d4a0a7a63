import type { Block } from "../model/blocks.ts";
import { rowsOf } from "../model/rows.ts";
import type { ShownItem } from "../model/shown.ts";
import { AnyRow } from "./any-row.tsx";
import type { Around } from "./around.ts";
import { Still } from "./still.ts";

interface BlockProps extends Around {
  block: Block<ShownItem>;
  /** Far from the end: laid out only when it comes into sight, and then nothing of it is shown outside of it. */
  far: boolean;
  /** The line in it whose buttons are shown. */
  active: string | undefined;
}

/** A part of the log: of thousands of lines only those of one are looked at. */
export class LogBlock extends Still<BlockProps> {
  render({ block, far, active, asking, ...around }: BlockProps) {
    return (
      <div
        class={far && active === undefined ? "block far" : "block"}
        style={{ "--lines": block.items.length }}
      >
        {rowsOf(block.items, block).map((row) => (
          <AnyRow
            {...row}
            {...around}
            key={row.key}
            id={row.key}
            active={row.key === active}
            asking={row.key === active && asking}
          />
        ))}
      </div>
    );
  }
}
