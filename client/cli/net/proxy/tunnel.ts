import { Agent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import type { HttpProxy } from "./proxy.ts";
import { ProxyFailure, proxyRefusal } from "./proxy-failure.ts";

/** Milliseconds in which a proxy must have let somebody through: fewer than who waits for the server has, so that it is named. */
const WITHIN = 15_000;
/** As Node's own agent has it. */
const KEPT = { keepAlive: true, timeout: 5_000 };

/** Makes Node's connections to one server through a proxy. */
export function tunnelAgent(proxy: HttpProxy, { secure }: { secure: boolean }): Agent {
  const agent = secure ? new HttpsAgent(KEPT) : new Agent(KEPT);
  agent.createConnection = (options: ConnectionOptions, made) => {
    const { host = "", port = 0 } = options;
    tunnel(proxy, { hostname: host, port: Number(port) }).then(
      (socket) => made?.(null, secure ? secured(socket, options) : socket),
      (error) => made?.(error, new Socket()),
    );
    return undefined;
  };
  return agent;
}

/** TLS with the server itself: the proxy sees nothing of it. */
function secured(socket: Duplex, options: ConnectionOptions): Duplex {
  const { host = "", servername = isIP(host) === 0 ? host : "" } = options;
  return connectTls({ ...options, path: undefined, socket, servername });
}

/** A way through the proxy to a server (RFC 9110, §9.3.6). Rejects with a ProxyFailure. */
export function tunnel(
  proxy: HttpProxy,
  { hostname, port }: { hostname: string; port: number },
): Promise<Duplex> {
  const target = `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`;
  return new Promise((resolve, reject) => {
    const request = (proxy.secure ? httpsRequest : httpRequest)({
      host: proxy.hostname,
      port: proxy.port,
      method: "CONNECT",
      path: target,
      headers: { Host: target, ...authorizationOf(proxy) },
      agent: false,
    });
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error("ETIMEDOUT"), { code: "ETIMEDOUT" }));
    }, WITHIN);
    request.on("connect", (response, socket, head) => {
      clearTimeout(timer);
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.on("error", () => {}).destroy();
      reject(proxyRefusal(proxy, response));
    });
    request.on("error", (cause) => {
      clearTimeout(timer);
      reject(new ProxyFailure(proxy, { cause }));
    });
    request.end();
  });
}

/** What a proxy wants to see of whoever comes. */
export function authorizationOf({ authorization }: HttpProxy): Record<string, string> {
  return authorization === undefined ? {} : { "Proxy-Authorization": authorization };
}
