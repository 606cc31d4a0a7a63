import { focusComposer } from "../compose/focus-composer.ts";

/** The messages on the page that stay: those on their way would take the focus with them when they arrive. */
export function standingRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".row:not(.sending)")];
}

/** Up and Down go from message to message, Home and End to the first and last; Esc goes back to writing. */
export function walk(event: KeyboardEvent): void {
  const rows = standingRows();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const last = rows.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: at < 0 ? last : Math.max(0, at - 1),
    ArrowDown: at + 1,
    Home: 0,
    End: last,
    Escape: rows.length,
  };
  const next = moves[event.key];
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (next > last) focusComposer();
  else rows[next]?.focus();
}
