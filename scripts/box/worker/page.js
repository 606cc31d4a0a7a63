import { files, headers } from "./assets.js";

/** Stands in for Cloudflare's static assets: the page, from memory. */
export const page = {
  fetch(request) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { ...headers, Allow: "GET, HEAD" } });
    }
    const { pathname } = new URL(request.url);
    // Every room has an address of its own, and one page is for all of them.
    const { type, etag, body } = files.get(pathname) ?? files.get("/index.html");
    const sent = { ...headers, "Cache-Control": "public, max-age=0, must-revalidate", ETag: etag };
    const known = request.headers.get("If-None-Match")?.split(",") ?? [];
    if (known.some((each) => each.trim() === etag)) return new Response(null, { status: 304, headers: sent });
    sent["Content-Type"] = type;
    return new Response(request.method === "HEAD" ? null : body, { headers: sent });
  },
};
