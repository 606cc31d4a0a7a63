import { roomName } from "../protocol/room-name.ts";

/**
 * The browser client, for what is no file of it: every room has an address of
 * its own, and one page is for all of them. At any other address the same page
 * says that nothing is there.
 */
export async function servePage(assets: Fetcher, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const file = await assets.fetch(request);
  if (file.status !== 404) return file;
  const home = new URL("/", request.url);
  if (!isRoom(pathname)) {
    const { body, headers } = await assets.fetch(new Request(home, { method: request.method }));
    return new Response(body, { status: 404, headers: unlisted(headers) });
  }
  const { status, body, headers } = await assets.fetch(new Request(home, request));
  return new Response(body, { status, headers: unlisted(headers) });
}

function isRoom(pathname: string): boolean {
  const [, name = "", ...more] = pathname.split("/");
  return roomName(name) !== undefined && more.join("") === "";
}

/** Rooms are for who was told of them, and not to be found by searching the web. */
function unlisted(headers: Headers): Headers {
  const sent = new Headers(headers);
  sent.set("X-Robots-Tag", "noindex");
  return sent;
}
