import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { listen } from "./listen.ts";

export interface ProxyOptions {
  /** Where the proxy goes for each host and port: it alone knows these names. */
  readonly ways?: Readonly<Record<string, number>>;
  /** What it wants to see: `name:password`. */
  readonly password?: string;
  /** How one may sign in. */
  readonly challenge?: string;
  /** What it answers to everybody, instead of letting them through. */
  readonly status?: number;
}

export interface TestProxy {
  /** Host and port. */
  readonly host: string;
  /** What it was asked for, in turn: `CONNECT chat.test:80`, `GET http://chat.test/…`. */
  readonly seen: string[];
}

/** An HTTP proxy as offices have them: tunnels for whoever wants one, and requests passed on. */
export async function startHttpProxy(options: ProxyOptions = {}): Promise<TestProxy> {
  const { ways = {}, password, challenge = 'Basic realm="office"', status } = options;
  const seen: string[] = [];
  const wanted = password && `Basic ${Buffer.from(password).toString("base64")}`;
  /** The status with which somebody is sent away. */
  const refusal = ({ headers }: IncomingMessage, way: number | undefined) => {
    if (wanted !== undefined && headers["proxy-authorization"] !== wanted) return 407;
    return status ?? (way === undefined ? 502 : undefined);
  };
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? "", "http://none");
    const port = ways[`${url.hostname}:${url.port || 80}`];
    const no = refusal(request, port);
    if (no !== undefined) {
      response
        .writeHead(no, { "Proxy-Authenticate": challenge, "Content-Type": "text/html" })
        .end("<h1>No</h1>");
      return;
    }
    const { "proxy-authorization": _, ...headers } = request.headers;
    const { method } = request;
    const onward = httpRequest({ port, host: "127.0.0.1", method, headers, path: url.pathname + url.search });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on("connect", (request: IncomingMessage, client) => {
    seen.push(`CONNECT ${request.url}`);
    client.on("error", () => {});
    const port = ways[request.url ?? ""];
    const no = refusal(request, port);
    if (no !== undefined || port === undefined) {
      client.end(`HTTP/1.1 ${no} No\r\nProxy-Authenticate: ${challenge}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(onward).pipe(client);
    });
    onward.on("error", () => client.destroy());
    client.on("close", () => onward.destroy());
  });
  return { host: await listen(server), seen };
}
