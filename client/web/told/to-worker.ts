/** Says something to the service worker once there is one, and nothing where there can't be any. */
export function toWorker(message: object): void {
  if ("serviceWorker" in navigator)
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(message));
}
