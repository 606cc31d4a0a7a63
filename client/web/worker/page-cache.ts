import type { PageFiles } from "./page-files.ts";

const PREFIX = "papo-page-";
const PAGE = "/";

/** One version of the page, kept whole or not at all, so that it opens without a network. */
export class PageCache {
  readonly #files: PageFiles;
  readonly #name: string;

  constructor(files: PageFiles) {
    this.#files = files;
    this.#name = `${PREFIX}${files.version}`;
  }

  /** Resolves once all of it is here; fails where the server has another version, or not all of this one. */
  async fill(): Promise<void> {
    if (await this.page()) return;
    const { parts, extras } = this.#files;
    const page = await fetch(PAGE, { cache: "no-cache", redirect: "error" });
    const named = (await page.clone().text()).match(/\/app-\w+\.\w+/g) ?? [];
    if (!page.ok || named.length === 0 || !named.every((each) => parts.includes(each)))
      throw new Error("The server has another version of the page.");
    const cache = await caches.open(this.#name);
    await cache.addAll([...parts, ...extras]);
    // The last: where it is, all is.
    await cache.put(PAGE, page);
  }

  /** Lets go of all other versions. */
  async sweep(): Promise<void> {
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith(PREFIX) && name !== this.#name);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  page(): Promise<Response | undefined> {
    return caches.match(PAGE, { cacheName: this.#name });
  }

  extra(request: Request): Promise<Response | undefined> {
    return caches.match(request, { cacheName: this.#name });
  }

  /** A part of whichever version: by its name it is the same in all. */
  part(request: Request): Promise<Response | undefined> {
    return caches.match(request);
  }
}
