import { INTRODUCTION_HEADER, type Introduction } from "../room/introduction.ts";
import type { Visitor } from "../room/rules/access.ts";
import { UNKNOWN_ADDRESS } from "../room/state/bans.ts";
import type { Connecting } from "./hub.ts";
import { secrets } from "./secrets.ts";
import { networkOf } from "./sockets/network.ts";

/** Who calls by plain HTTP, as the request tells. */
export interface Caller {
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly address: string | undefined;
  readonly introduction: Introduction;
}

/** Tells a room who comes, in its own words: never by a token or an address, but by hashes of them. */
export class Callers {
  readonly #salt: string;

  constructor(salt: string) {
    this.#salt = salt;
  }

  /** A caller without a token is known by their network address alone. */
  visitor({ token, key, address, introduction: { admin, pass, used } }: Caller): Visitor {
    const hashed = this.#addressOf(address);
    const uid = secrets.uidOf(token ?? `anonymous ${hashed}`);
    return { uid, anonymous: token === undefined, address: hashed, key, admin, pass, used };
  }

  /** Who opens a socket. The Worker has checked the request, and introduces them. */
  connecting({ headers }: Request): Connecting {
    const told = headers.get("CF-Connecting-IP") ?? undefined;
    const introduction = headers.get(INTRODUCTION_HEADER);
    return {
      address: this.#addressOf(told),
      network: sharedNetwork(told),
      introduction: introduction === null ? {} : JSON.parse(introduction),
    };
  }

  /** A network address as the room knows it. */
  #addressOf(address: string | undefined): string {
    const network = networkOf(address);
    return network === undefined ? UNKNOWN_ADDRESS : secrets.hash(network, this.#salt);
  }
}

/** The network of an address as all rooms know it. It is kept with a socket, in memory. */
export function sharedNetwork(address: string | undefined): string | undefined {
  const network = networkOf(address);
  return network && secrets.uidOf(`network ${network}`);
}
