import { copyText } from "./copy-text.ts";
import { IconButton } from "./icon-button.tsx";

/** A line of text to be taken elsewhere. `label` says what the button copies. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  return (
    <div class="copy-line">
      <code>{text}</code>
      <IconButton icon="copy" label={label} onClick={({ currentTarget }) => copyText(text, currentTarget)} />
    </div>
  );
}
