/** Marks the place in the browser's history that is there to be left. */
const COVERED = "covered";

/** How what covers the page goes; one thing at a time does. */
let close: (() => void) | undefined;

/** Whoever reloads the page, or goes forward again, finds nothing that covers it; going back would do nothing. */
function passBy(): void {
  if (history.state === COVERED) history.back();
}

/** Heeds it from now on when somebody goes back; to be called once. */
export function heedBack(): void {
  passBy();
  addEventListener("popstate", () => {
    const gone = close;
    close = undefined;
    if (gone) gone();
    else passBy();
  });
}

/** Something covers the page now, and goes by `how` when somebody goes back; undefined: it has gone in another way. */
export function cover(how: (() => void) | undefined): void {
  const before = close;
  close = how;
  if (how && !before) history.pushState(COVERED, "");
  if (!how && before) history.back();
}

/** With whom the private talk is that the window's place in the history is, by `uid`. */
export function talkHere(): string | undefined {
  const state: unknown = history.state;
  const isTalk = typeof state === "object" && state !== null && "with" in state;
  return isTalk && typeof state.with === "string" ? state.with : undefined;
}

/** The window's place in the history is the private talk with somebody, by `uid`. */
export function beWith(uid: string): void {
  history.replaceState({ with: uid }, "");
}

/** Goes to another place of this page, maybe a private talk with somebody; what covers this one goes, and leaves no place in the history. */
export function goTo(address: string, talkWith: string | undefined): void {
  const state = talkWith === undefined ? null : { with: talkWith };
  const gone = close;
  close = undefined;
  gone?.();
  if (gone) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
}
