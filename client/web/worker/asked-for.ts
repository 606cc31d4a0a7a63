import { roomOfPath } from "../../../src/protocol/room-name.ts";

/** The page, a part of it that never changes, something beside it; or what is the network's alone. */
export type AskedFor = "page" | "part" | "extra" | "other";

const PART = /^\/app-\w+\.(js|css)$/;

/** What a window asks for. What has a query, and all that is not the page's own, is never kept. */
export function askedFor(
  { method, mode, url }: Pick<Request, "method" | "mode" | "url">,
  { origin, extras }: { origin: string; extras: readonly string[] },
): AskedFor {
  const asked = new URL(url);
  const { pathname, search } = asked;
  if (method !== "GET" || asked.origin !== origin) return "other";
  if (mode === "navigate") return pathname === "/" || roomOfPath(pathname) !== undefined ? "page" : "other";
  if (search !== "") return "other";
  if (PART.test(pathname)) return "part";
  return extras.includes(pathname) ? "extra" : "other";
}
