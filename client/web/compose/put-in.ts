/** Which part of a field another text takes the place of. */
interface Part {
  start: number;
  end: number;
  text: string;
}

/** Writes into a field as if somebody had typed it, so that it can be undone as that. */
export function putIn(field: HTMLTextAreaElement, { start, end, text }: Part): void {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
