import { PASS_HEADER, PASS_PROTOCOL } from "../protocol/pass.ts";

/** The subprotocols that are offered; undefined where there are none. */
export function protocolsIn(headers: Headers): string[] | undefined {
  return headers
    .get("Sec-WebSocket-Protocol")
    ?.split(",")
    .map((name) => name.trim());
}

/** The passes that somebody shows: one, as a rule. A header that came twice is one text, which is no pass. */
export function passesIn(headers: Headers): string[] {
  const offered = (protocolsIn(headers) ?? []).filter((name) => name.startsWith(PASS_PROTOCOL));
  const header = headers.get(PASS_HEADER);
  return [...(header === null ? [] : [header]), ...offered.map((name) => name.slice(PASS_PROTOCOL.length))];
}

/** The scheme and host by which somebody came. A proxy that ends TLS says so. */
export function originOf({ headers, url }: Request): string {
  const { protocol, host } = new URL(url);
  const [forwarded = ""] = headers.get("X-Forwarded-Proto")?.split(",") ?? [];
  const isSecure = protocol === "https:" || forwarded.trim().toLowerCase() === "https";
  return `${isSecure ? "https" : "http"}://${host}`;
}
