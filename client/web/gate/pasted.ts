import { passIn } from "../../../src/protocol/pass.ts";

/** The address to go to with an invitation that somebody has pasted, as a link or alone; or why there is none. */
export function pastedInvitation(written: string, here: string): URL | "none" | "elsewhere" {
  const text = written.trim();
  const whole = passIn(`#pass=${text}`) ? `${here.replace(/#.*/, "")}#pass=${text}` : text;
  const withScheme = /^https?:\/\//i.test(whole) ? whole : `https://${whole}`;
  if (!URL.canParse(withScheme)) return "none";
  const { host, pathname, hash } = new URL(withScheme);
  if (passIn(hash) === undefined) return "none";
  // Its own server alone is told of it.
  const { host: own, origin } = new URL(here);
  return host === own ? new URL(`${origin}${pathname}${hash}`) : "elsewhere";
}
