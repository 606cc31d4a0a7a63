/** The field in which one writes. */
export function composerField(): HTMLTextAreaElement | null {
  return document.querySelector("textarea");
}

/** Takes the cursor to where one writes. */
export function focusComposer(): void {
  composerField()?.focus();
}
