import { render } from "preact";
import { EmojiPicker } from "./emoji-picker.tsx";

interface Opening {
  onPick(emoji: string): void;
  /** Where the focus goes if nothing is chosen and what opened it has gone. */
  back?: () => void;
}

/** Puts the emoji over the page, from wherever in it they are wanted. */
export function openPicker({ onPick, back }: Opening): void {
  const opener = document.activeElement;
  const holder = document.createElement("div");
  document.body.append(holder);
  const close = (emoji: string | undefined) => {
    render(null, holder);
    holder.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else back?.();
    if (emoji !== undefined) onPick(emoji);
  };
  render(<EmojiPicker onClose={close} />, holder);
}
