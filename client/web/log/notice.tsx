import { partsOfSentence } from "../text/apart.ts";

/** What has happened in the room; no name or text in it changes the order of the words around it. */
export function Notice({ text }: { text: string }) {
  return (
    <p class="notice" dir="auto">
      {partsOfSentence(text).map((part, index) => (index % 2 ? <bdi>{part}</bdi> : part))}
    </p>
  );
}
