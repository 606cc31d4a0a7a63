import type { ComponentChild } from "preact";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { reachable } from "../parts/reachable.ts";
import { formatted, type Shape } from "../text/formatted.ts";
import { pageText } from "../text/page-text.ts";
import { cut } from "../text/pieces.ts";
import { isTall } from "../text/tall.ts";
import { Folded } from "./folded.tsx";

interface ProseProps {
  text: string;
  names: Names;
}

/** A message's text as nodes; made safe; it is never read as markup. A link leads where it was written to lead. */
export function Prose({ text, names }: ProseProps) {
  const shapes = formatted(cut(text, names));
  const content = <>{shapes.map(nodeOf)}</>;
  return isTall(text, shapes) ? <Folded>{content}</Folded> : content;
}

function nodeOf(shape: Shape): ComponentChild {
  switch (shape.kind) {
    case "mark":
      return null;
    case "text":
      return pageText(shape.text);
    case "code":
      return <code dir="ltr">{pageText(shape.text)}</code>;
    case "fence":
      return (
        <pre ref={reachable} dir="ltr" data-language={shape.language}>
          {pageText(shape.text)}
        </pre>
      );
    case "link":
      return (
        <a href={shape.href} dir="auto" target="_blank" rel="noopener noreferrer">
          {pageText(shape.text)}
        </a>
      );
    case "mention":
      return (
        <mark class={shape.self ? "self" : undefined} dir="auto">
          {pageText(shape.text)}
        </mark>
      );
    case "quote":
      return <blockquote dir="auto">{shape.pieces.map(nodeOf)}</blockquote>;
    case "strong":
      return <strong>{shape.pieces.map(nodeOf)}</strong>;
    case "em":
      return <em>{shape.pieces.map(nodeOf)}</em>;
    case "s":
      return <s>{shape.pieces.map(nodeOf)}</s>;
    default:
      return shape satisfies never;
  }
}
