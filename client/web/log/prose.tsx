import { cut, type Names } from "../text/pieces.ts";

/** A message's text as nodes; it is never read as markup. */
export function Prose({ text, names }: { text: string; names: Names }) {
  return (
    <>
      {cut(text, names).map((piece) => {
        switch (piece.kind) {
          case "text":
            return piece.text;
          case "code":
            return <code>{piece.text}</code>;
          case "fence":
            return (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled by keyboard too.
              <pre tabIndex={0} dir="ltr">
                {piece.text}
              </pre>
            );
          case "link":
            return (
              <a href={piece.text} target="_blank" rel="noopener noreferrer">
                {piece.text}
              </a>
            );
          case "mention":
            return <mark class={piece.self ? "self" : undefined}>{piece.text}</mark>;
          default:
            return piece satisfies never;
        }
      })}
    </>
  );
}
