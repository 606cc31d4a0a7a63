import { partsOfSentence } from "../text/apart.ts";

/** What has happened in the room. */
export function Notice({ text }: { text: string }) {
  return (
    <p class="notice" dir="auto">
      <Sentence text={text} />
    </p>
  );
}

/** A sentence of the page's own; no name or text that is set apart in it changes the order of the words around it. */
export function Sentence({ text }: { text: string }) {
  return <>{partsOfSentence(text).map((part, index) => (index % 2 ? <bdi>{part}</bdi> : part))}</>;
}
