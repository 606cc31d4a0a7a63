import { cliWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";

/**
 * Shows a secret code in the prompt's row, the one place that leaves nothing in
 * the scrollback. Where the row can't hold it, it comes part by part.
 */
export async function revealCode(desk: Pick<Desk, "ask" | "columns">, code: string): Promise<void> {
  const parts = partsOfCode(code, desk.columns);
  const { talk } = cliWords();
  for (const [at, { label, text }] of parts.entries()) {
    const about = parts.length === 1 ? talk.codeWipes : talk.codeInParts(parts.length);
    const seen = await desk.ask({
      type: "reveal",
      about: at === 0 ? [talk.codeGoes, about] : [],
      label,
      text,
    });
    // Whoever writes on has seen enough.
    if (seen === undefined) return;
  }
}

interface CodePart {
  readonly label: string;
  readonly text: string;
}

/** A code as it fits into rows, with a label that takes at most half of each; too narrow for that, with none. */
export function partsOfCode(code: string, columns: number): readonly CodePart[] {
  // The last column stays free.
  const room = Math.max(1, columns - 1);
  const label = cliWords().talk.code;
  if (label.length + code.length <= room) return [{ label, text: code }];
  const width = "10/10: ".length;
  if (room < 2 * width) return split(code, room).map((text) => ({ label: "", text }));
  const texts = split(code, room - width);
  return texts.map((text, at) => ({ label: `${at + 1}/${texts.length}: `, text }));
}

/** Groups in parts of so many cells; a group that does not fit is cut. */
function split(code: string, room: number): string[] {
  const parts: string[] = [];
  for (const group of code.split("-")) {
    const longer = `${parts.at(-1)}-${group}`;
    if (parts.length > 0 && longer.length <= room) parts.splice(-1, 1, longer);
    else for (let at = 0; at < group.length; at += room) parts.push(group.slice(at, at + room));
  }
  return parts;
}
