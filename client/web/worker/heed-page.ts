import { askedFor } from "./asked-for.ts";
import { networkFirst } from "./network-first.ts";
import { PageCache } from "./page-cache.ts";
import type { PageFiles } from "./page-files.ts";

/** Put in by the build: the page that this worker belongs to. */
declare const PAGE_FILES: PageFiles;

/** Keeps the page, and answers for it where the network does not. A new version waits until no window has the old one. */
export function heedPage(scope: ServiceWorkerGlobalScope): void {
  const cache = new PageCache(PAGE_FILES);
  const { extras } = PAGE_FILES;
  scope.addEventListener("install", (event) => event.waitUntil(cache.fill()));
  scope.addEventListener("activate", (event) =>
    event.waitUntil(Promise.all([cache.sweep(), scope.clients.claim()])),
  );
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const asked = askedFor(request, { origin: scope.location.origin, extras });
    if (asked === "other") return;
    const kept = () =>
      asked === "page" ? cache.page() : asked === "part" ? cache.part(request) : cache.extra(request);
    const answer =
      asked === "part"
        ? kept().then((there) => there ?? fetch(request))
        : networkFirst(() => fetch(request), kept);
    event.respondWith(answer);
  });
}
