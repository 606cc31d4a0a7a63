import { type ClientRequest, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { HttpRequest } from "../../core/http/exchange.ts";
import type { HttpProxy } from "./proxy/proxy.ts";
import { authorizationOf, tunnelAgent } from "./proxy/tunnel.ts";

/** A request on its way. */
export interface Sent {
  readonly request: ClientRequest;
  /** Who it is sent to instead of the server, and sees what it says. */
  readonly proxy?: HttpProxy;
}

export type Send = (asked: HttpRequest) => Sent;

const by = (secure: boolean) => (secure ? httpsRequest : httpRequest);

export const directly: Send = ({ url, method, headers }) => ({
  request: by(url.startsWith("https:"))(url, { method, headers }),
});

/** TLS goes through a proxy unseen; without TLS, it is asked for the whole address (RFC 9112, §3.2.2). */
export function through(proxy: HttpProxy): Send {
  const agent = tunnelAgent(proxy, { secure: true });
  return ({ url, method, headers }) => {
    if (url.startsWith("https:")) return { request: httpsRequest(url, { method, headers, agent }) };
    const request = by(proxy.secure)({
      host: proxy.hostname,
      port: proxy.port,
      path: url,
      method,
      headers: { ...headers, Host: new URL(url).host, ...authorizationOf(proxy) },
    });
    return { request, proxy };
  };
}
