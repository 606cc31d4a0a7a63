let shown: number | undefined;
// While nobody looked, the service worker may have counted.
addEventListener("visibilitychange", () => {
  shown = undefined;
});

/** Shows on the icon of the installed page how much is unread, where there is such a thing. */
export function showBadge(count: number): void {
  if (count === shown || !("setAppBadge" in navigator)) return;
  shown = count;
  void navigator.setAppBadge(count).catch(() => {});
}
