import { type Names, tokenize } from "../text/tokens.ts";

/** A message's text as nodes; it is never read as markup. */
export function Prose({ text, names }: { text: string; names: Names }) {
  return (
    <>
      {tokenize(text, names).map((token) => {
        switch (token.kind) {
          case "text":
            return token.text;
          case "code":
            return <code>{token.text}</code>;
          case "fence":
            return (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled by keyboard too.
              <pre tabIndex={0} dir="ltr">
                {token.text}
              </pre>
            );
          case "link":
            return (
              <a href={token.text} target="_blank" rel="noopener noreferrer">
                {token.text}
              </a>
            );
          case "mention":
            return <mark class={token.self ? "self" : undefined}>{token.text}</mark>;
          default:
            return token satisfies never;
        }
      })}
    </>
  );
}
