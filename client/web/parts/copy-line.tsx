import { CopyButton } from "./copy-button.tsx";

/** A line of text to be taken elsewhere. `label` says what the button copies. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  return (
    <div class="copy-line">
      <code>{text}</code>
      <CopyButton text={text} label={label} />
    </div>
  );
}
