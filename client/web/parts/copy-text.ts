/** Puts a text on the clipboard. Pages without HTTPS may not; then what the button is beside is selected. */
export function copyText(text: string, { parentElement }: HTMLElement): void {
  const select = () => parentElement && getSelection()?.selectAllChildren(parentElement);
  if ("clipboard" in navigator) navigator.clipboard.writeText(text).catch(select);
  else select();
}
