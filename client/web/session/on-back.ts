/**
 * Something that covers the page, and goes when somebody goes back. Tell it with
 * `true` that it is there, with `false` that it has gone in another way.
 */
export function onBack(close: () => void): (isThere: boolean) => void {
  let there = false;
  addEventListener("popstate", () => {
    if (!there) return;
    there = false;
    close();
  });
  return (isThere) => {
    if (isThere === there) return;
    there = isThere;
    if (isThere) history.pushState(undefined, "");
    else history.back();
  };
}
