import type { Names } from "../../../src/protocol/text/mention.ts";
import { reachable } from "../parts/reachable.ts";
import { pageText } from "../text/page-text.ts";
import { cut } from "../text/pieces.ts";

/** A message's text as nodes; made safe; it is never read as markup. A link leads where it was written to lead. */
export function Prose({ text, names }: { text: string; names: Names }) {
  return (
    <>
      {cut(text, names).map((piece) => {
        const shown = pageText(piece.text);
        switch (piece.kind) {
          case "text":
            return shown;
          case "code":
            return <code dir="ltr">{shown}</code>;
          case "fence":
            return (
              <pre ref={reachable} dir="ltr">
                {shown}
              </pre>
            );
          case "link":
            return (
              <a href={piece.href} dir="auto" target="_blank" rel="noopener noreferrer">
                {shown}
              </a>
            );
          case "mention":
            return (
              <mark class={piece.self ? "self" : undefined} dir="auto">
                {shown}
              </mark>
            );
          default:
            return piece satisfies never;
        }
      })}
    </>
  );
}
