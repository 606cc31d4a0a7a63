import { EXIT } from "../../end/exit-code.ts";
import { Failure } from "../../end/failure.ts";
import type { Environment } from "../../person/directories.ts";
import { cliWords } from "../../words/words.ts";
import { isExempt } from "./exempt.ts";

/** What stands between this machine and others, as somebody has set it in the environment. */
export interface HttpProxy {
  /** What has named it. */
  readonly variable: string;
  /** Host and port, to be shown: never what it wants to see. */
  readonly host: string;
  readonly hostname: string;
  readonly port: number;
  /** Whether it is talked to by TLS. */
  readonly secure: boolean;
  /** For the header `Proxy-Authorization`: a secret. */
  readonly authorization: string | undefined;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

/**
 * The proxy that the environment has for a server, by the rules of curl: the variable in lower case comes
 * first, an empty one is none, and all that `NO_PROXY` does not name goes through it, this machine too.
 */
export function proxyFor(origin: string, env: Environment): HttpProxy | undefined {
  const { protocol, hostname, port } = new URL(origin);
  const variable = variableFor(protocol, env);
  if (variable === undefined) return undefined;
  const secure = protocol === "https:";
  const target = { hostname: unbracketed(hostname), port: Number(port) || (secure ? 443 : 80) };
  if (isExempt(env.no_proxy || env.NO_PROXY || "", target)) return undefined;
  return readProxy(env[variable] ?? "", variable);
}

function variableFor(protocol: string, env: Environment): string | undefined {
  // Of a CGI program, the caller's header `Proxy` is in it.
  const isCgi = env.REQUEST_METHOD !== undefined && process.platform !== "win32";
  const names =
    protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", ...(isCgi ? [] : ["HTTP_PROXY"])];
  return [...names, "all_proxy", "ALL_PROXY"].find((name) => env[name]?.trim());
}

/** What it holds is never shown, for it may be a secret. */
function readProxy(given: string, variable: string): HttpProxy {
  const { proxy: words } = cliWords();
  const written = given.trim();
  const scheme = SCHEME.exec(written)?.[1]?.toLowerCase() ?? "http";
  if (scheme !== "http" && scheme !== "https") {
    throw new Failure(EXIT.usage, words.otherKind({ variable, scheme: scheme.slice(0, 16) }));
  }
  const url = parse(SCHEME.test(written) ? written : `http://${written}`);
  // A password with a slash in it looks like a path, and what stands before it like a host.
  if (url === undefined || url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new Failure(EXIT.usage, words.noAddress(variable));
  }
  const { hostname, username, password } = url;
  const secure = scheme === "https";
  const port = Number(url.port) || (secure ? 443 : 80);
  return {
    variable,
    host: `${hostname}:${port}`,
    hostname: unbracketed(hostname),
    port,
    secure,
    authorization:
      username === "" && password === ""
        ? undefined
        : `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`,
  };
}

function parse(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

/** A percent sign that begins no character is one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
