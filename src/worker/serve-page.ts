import { roomOfPath } from "../protocol/room-name.ts";
import { originOf } from "./shown.ts";

/**
 * The browser client, for what is no file of it: every room has an address of
 * its own, and one page is for all of them. At any other address the same page
 * says that nothing is there.
 */
export async function servePage(assets: Fetcher, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const home = new URL("/", request.url);
  if (pathname === "/") return preview(await assets.fetch(request), request);
  const file = await assets.fetch(request);
  if (file.status !== 404) return file;
  const found = roomOfPath(pathname) !== undefined;
  const page = await assets.fetch(new Request(home, found ? request : { method: request.method }));
  const { status, body, headers } = preview(page, request);
  return new Response(body, { status: found ? status : 404, headers: unlisted(headers) });
}

/** Rooms are for who was told of them, and not to be found by searching the web. */
function unlisted(headers: Headers): Headers {
  const sent = new Headers(headers);
  sent.set("X-Robots-Tag", "noindex");
  return sent;
}

/** The page with the whole address of its picture: whoever makes a preview of a link takes no other (https://ogp.me). */
function preview(page: Response, request: Request): Response {
  const origin = originOf(request);
  return new HTMLRewriter()
    .on('meta[property="og:image"]', {
      element(image) {
        image.setAttribute("content", new URL(image.getAttribute("content") ?? "", origin).href);
      },
    })
    .transform(page);
}
