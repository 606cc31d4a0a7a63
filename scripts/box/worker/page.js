import { files, headers } from "./assets.js";

/** Stands in for Cloudflare's static assets: the page, from memory. */
export const page = {
  fetch(request) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { ...headers, Allow: "GET, HEAD" } });
    }
    const { pathname } = new URL(request.url);
    const file = files.get(pathname === "/" ? "/index.html" : pathname);
    if (file === undefined) return new Response(null, { status: 404, headers });
    const { "Content-Type": type, ...sent } = file.headers;
    const known = request.headers.get("If-None-Match")?.split(",") ?? [];
    if (known.some((each) => each.trim() === sent.ETag))
      return new Response(null, { status: 304, headers: sent });
    return new Response(request.method === "HEAD" ? null : file.body, {
      headers: { ...sent, "Content-Type": type },
    });
  },
};
