/** Up and Down go from message to message, Home and End to the first and last; Esc goes back to writing. */
export function walk(event: KeyboardEvent, leave: () => void): void {
  const { currentTarget: log, target, key } = event;
  if (!(log instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") {
    leave();
    return;
  }
  const rows = [...log.querySelectorAll<HTMLElement>("[data-key]")];
  const at = rows.findIndex((row) => row.contains(target));
  const next = {
    ArrowUp: at < 0 ? rows.length - 1 : at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: rows.length - 1,
  }[key];
  if (next === undefined) return;
  event.preventDefault();
  if (next >= rows.length) leave();
  else rows[Math.max(0, next)]?.focus();
}
