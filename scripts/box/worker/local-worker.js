import { page } from "./page.js";
import { RateLimiter } from "./rate-limiter.js";
import { roomsOf } from "./rooms.js";
import app, { Room as DeployedRoom } from "./worker.js";

export * from "./worker.js";

/** Bytes of a refused body that are read, for as long as they come: whoever sends a file that is too large is to hear so. */
const DRAINED = 32 * 1_024 * 1_024;

/** Milliseconds without any after which nothing more is waited for. */
const QUIET = 500;

let services;
let limiters;

/** A room as it is deployed. All of them ask the same limiters, as they would on Cloudflare. */
export class Room extends DeployedRoom {
  constructor(context, env) {
    super(context, { ...env, ...limitersOf(env) });
  }
}

/** papo on one's own machine: the Worker as it is deployed, in the places where Cloudflare would have a service. */
export default {
  async fetch(request, env, context) {
    // workerd makes it of the client's Host, whatever that is.
    if (!URL.canParse(request.url)) return new Response("That is no address.\n", { status: 400 });
    services ??= { ...env, ...limitersOf(env), ASSETS: page, ROOM: roomsOf(env) };
    const asked = withAddress(request);
    const response = await app.fetch(asked, services, context);
    if (asked.body && !asked.body.locked) await drain(asked.body).catch(() => {});
    return response.webSocket ? response : compressed(request, response);
  },

  /** For who takes it for a proxy. */
  connect(socket) {
    return socket.close();
  },
};

/** One limiter for each binding: those of wrangler.toml, or what a test has in their place. */
function limitersOf({ RATE_LIMITS, OTHER_RATE_LIMITS }) {
  const limits = { ...RATE_LIMITS, ...JSON.parse(OTHER_RATE_LIMITS || "{}") };
  limiters ??= Object.fromEntries(
    Object.entries(limits).map(([name, settings]) => [name, new RateLimiter(settings)]),
  );
  return limiters;
}

/** The request with the address that it came from, where no proxy has told one. */
function withAddress(request) {
  if (request.headers.has("CF-Connecting-IP")) return request;
  const [, bracketed, plain] = /^(?:\[(.*)\]|(.*)):\d+$/.exec(request.cf?.clientIp ?? "") ?? [];
  const address = bracketed ?? plain;
  if (!address) return request;
  const headers = new Headers(request.headers);
  headers.set("CF-Connecting-IP", address);
  return new Request(request, { headers });
}

/** Reads what an answer did not need: a proxy that is still sending would otherwise lose the answer with the connection. */
async function drain(body) {
  const reader = body.getReader();
  let timer;
  const quiet = () =>
    new Promise((resolve) => {
      timer = setTimeout(resolve, QUIET, { done: true });
    });
  for (let bytes = 0; bytes < DRAINED; ) {
    const { done, value } = await Promise.race([reader.read(), quiet()]);
    clearTimeout(timer);
    if (done) break;
    bytes += value.byteLength;
  }
  await reader.cancel();
}

/** The answer, compressed if the client and its kind allow for it, as Cloudflare's edge does. */
function compressed(request, response) {
  const accepted = (request.headers.get("Accept-Encoding") ?? "").split(",");
  const wanted = accepted.some((each) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9]\d*)\.?0*\s*)?$/i.test(each));
  const type = response.headers.get("Content-Type") ?? "";
  // A part of something, or what parts may be asked of, is what it is.
  const isFile = response.headers.has("Accept-Ranges");
  if (!wanted || isFile || response.body === null || !/^text\/|json|javascript|xml/.test(type))
    return response;
  const smaller = new Response(response.body, response);
  smaller.headers.set("Content-Encoding", "gzip");
  smaller.headers.append("Vary", "Accept-Encoding");
  return smaller;
}
