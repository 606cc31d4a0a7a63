import { fold } from "../../../src/protocol/text/fold.ts";
import { findMentions, mentions, type Names } from "../../../src/protocol/text/mention.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { RoomView } from "../../core/chat.ts";
import type { Block } from "./blocks.ts";

/** As many names are looked for one by one, which is quicker. */
const FEW = 8;
/** What every text has that may call somebody besides the reader. */
const MAY_CALL = /[@＠﹫]|^[^:,：，、،]{0,99}[:,：，、،]/;

/** Whose names are looked for in each block: people come and go all the time, and that is to touch only the lines that call them. */
export class NamesInBlocks {
  now: Names = { you: "", others: new Set() };
  #members: RoomView["members"] | undefined;
  readonly #names = new WeakMap<Block, Names>();

  in(block: Block): Names {
    const names = this.#names.get(block) ?? this.now;
    this.#names.set(block, names);
    return names;
  }

  /** Follows who is in the room. */
  follow({ you, members }: Pick<RoomView, "you" | "members">, blocks: readonly Block[]): void {
    if (members === this.#members) return;
    this.#members = members;
    const before = this.now;
    const now = { you: you?.nick ?? "", others: new Set(members.map(({ nick }) => nickKey(nick))) };
    this.now = now;
    const own = before.you === now.you ? [] : [before.you, now.you].filter((nick) => nick !== "");
    const others = [...without(before.others, now.others), ...without(now.others, before.others)];
    if (own.length + others.length === 0) return;
    const calls = (text: string) => own.some((nick) => mentions(text, nick)) || callsAny(text, others);
    for (const block of blocks) {
      if (block.items.some((item) => item.kind === "message" && calls(item.message.text ?? "")))
        this.#names.set(block, now);
    }
  }
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !others.has(name));
}

/** Whether a text calls somebody of these names, which are folded. */
function callsAny(text: string, names: readonly string[]): boolean {
  if (!MAY_CALL.test(text)) return false;
  const folded = fold(text);
  if (names.length <= FEW && !names.some((name) => folded.includes(name))) return false;
  return findMentions(text.normalize(), { you: "", others: new Set(names) }).length > 0;
}
