/** A `ref` that brings the cursor to what has just appeared. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
