import { isThisMachine } from "../../settings/push-hosts.ts";

/** By which way a request leaves. */
type WayOut = Pick<Fetcher, "fetch">;

const INTERNET: WayOut = { fetch: (input, init) => fetch(input, init) };

/** The way to a push service: that of the internet, or, where `npm start` has one, to what listens on this machine itself. */
export function outwards({ LOOPBACK }: Pick<Env, "LOOPBACK">, endpoint: string): WayOut {
  return LOOPBACK && isThisMachine(new URL(endpoint)) ? LOOPBACK : INTERNET;
}
