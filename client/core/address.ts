import { roomName } from "../../src/protocol/room-name.ts";
import { isProblem, localProblem, type Problem } from "./problem.ts";
import { addressWords } from "./words/address-words.ts";

/** Where a room is. No address ends in a slash. */
export interface Address {
  /** `https://host` */
  origin: string;
  room: string;
  /** `wss://host/api/rooms/room/socket` */
  socketUrl: string;
  /** `https://host/api/rooms/room` */
  apiUrl: string;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** Machines that have no certificate, for they are this one. */
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i;

const HTTP: Readonly<Record<string, string>> = { http: "http", https: "https", ws: "http", wss: "https" };

/** Reads a room's address as a person writes it: `https://host/room`, or `host/room` for short. */
export function parseAddress(written: string): Address | Problem {
  const url = parseUrl(written);
  if (isProblem(url)) return url;
  const [name, ...more] = url.pathname.split("/").filter((part) => part !== "");
  if (name === undefined) {
    return localProblem("bad_address", addressWords.address.noRoom(url.host));
  }
  const room = roomName(name);
  if (room === undefined || more.length > 0) {
    return localProblem("bad_address", addressWords.address.badRoom);
  }
  return addressOf(url.origin, room);
}

/** The address of a room of a server. */
export function addressOf(origin: string, room: string): Address {
  const apiUrl = `${origin}/api/rooms/${room}`;
  return { origin, room, apiUrl, socketUrl: `${apiUrl.replace("http", "ws")}/socket` };
}

/** Reads the address of a server, or of a room of it. */
export function parseServer(written: string): { origin: string; room: string | undefined } | Problem {
  const url = parseUrl(written);
  if (isProblem(url)) return url;
  if (url.pathname === "/") return { origin: url.origin, room: undefined };
  const address = parseAddress(written);
  return isProblem(address) ? address : { origin: address.origin, room: address.room };
}

function parseUrl(written: string): URL | Problem {
  const text = written.trim();
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  const rest = text.replace(SCHEME, "");
  const http = scheme === undefined ? (THIS_MACHINE.test(rest) ? "http" : "https") : HTTP[scheme];
  if (http === undefined) return localProblem("bad_address", addressWords.address.scheme);

  let url: URL;
  try {
    url = new URL(`${http}://${rest}`);
  } catch {
    return localProblem("bad_address");
  }
  if (url.username || url.password) {
    return localProblem("bad_address", addressWords.address.secret);
  }
  return url;
}
