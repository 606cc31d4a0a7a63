/** Marks the place in the browser's history that is there to be left. */
const COVERED = "covered";

/**
 * Something that covers the page, and goes when somebody goes back. Tell it with
 * `true` that it is there, with `false` that it has gone in another way.
 */
export function onBack(close: () => void): (isThere: boolean) => void {
  let there = false;
  /** Whoever reloads the page, or goes forward again, finds nothing there; going back would do nothing. */
  const passBy = () => {
    if (history.state === COVERED) history.back();
  };
  passBy();
  addEventListener("popstate", () => {
    if (!there) return passBy();
    there = false;
    close();
  });
  return (isThere) => {
    if (isThere === there) return;
    there = isThere;
    if (isThere) history.pushState(COVERED, "");
    else history.back();
  };
}
