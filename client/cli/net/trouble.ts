import { SUBPROTOCOL } from "../../../src/protocol/limits.ts";
import type { Address } from "../../core/address.ts";
import type { Problem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { codeOf } from "../end/system-trouble.ts";
import { type CliCatalogue, cliWords } from "../words/words.ts";
import { ProxyFailure } from "./proxy/proxy-failure.ts";
import { answerOfProxy } from "./proxy/proxy-trouble.ts";

type Trouble = keyof CliCatalogue["server"]["trouble"];

/** What the codes of errors mean. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOTFOUND: "noHost",
  EAI_NONAME: "noHost",
  EAI_NODATA: "noHost",
  EAI_AGAIN: "noLookup",
  EAI_FAIL: "noLookup",
  ECONNREFUSED: "nobody",
  EHOSTUNREACH: "noWay",
  ENETUNREACH: "noWay",
  ENETDOWN: "noWay",
  EHOSTDOWN: "noWay",
  EADDRNOTAVAIL: "noWay",
  EINVAL: "noWay",
  EACCES: "firewall",
  EPERM: "firewall",
  EMFILE: "tooManyFiles",
  ENFILE: "tooManyFiles",
  ENOBUFS: "noMemory",
  ENOMEM: "noMemory",
  ETIMEDOUT: "late",
  ESOCKETTIMEDOUT: "late",
  ERR_SOCKET_CONNECTION_TIMEOUT: "late",
  ECONNRESET: "gone",
  ECONNABORTED: "gone",
  EPIPE: "gone",
  EPROTO: "noTls",
  ERR_SSL_WRONG_VERSION_NUMBER: "noTls",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "noTls",
  ERR_SSL_HTTP_REQUEST: "noTls",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "notYetValid",
  CERT_REVOKED: "revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "otherName",
  HOSTNAME_MISMATCH: "otherName",
  DEPTH_ZERO_SELF_SIGNED_CERT: "selfSigned",
  SELF_SIGNED_CERT_IN_CHAIN: "unknownIssuer",
  UNABLE_TO_GET_ISSUER_CERT: "unknownIssuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknownIssuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknownIssuer",
  CERT_UNTRUSTED: "unknownIssuer",
  CERT_SIGNATURE_FAILURE: "wrongSignature",
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: "wantsCertificate",
  /** More than a room ever sends. */
  TOO_LARGE: "noPapo",
};

/** Why a server could not be talked to, in a sentence that says what to do next. */
export function networkTrouble(error: unknown, { origin }: Pick<Address, "origin">): string {
  const name = nameOf(origin);
  if (error instanceof ProxyFailure) return proxyTrouble(error, name.host);
  const { server } = cliWords();
  const code = codeWithin(error);
  if (code === undefined) return server.unknown(name);
  const trouble = TROUBLES[code] ?? troubleOfKind(code);
  if (trouble !== undefined) return server.trouble[trouble](name);
  const coded = { ...name, code };
  return /^ERR_SSL_|^ERR_TLS_/.test(code) ? server.noTlsInCommon(coded) : server.unknownCode(coded);
}

function proxyTrouble({ proxy, answer, cause }: ProxyFailure, host: string): string {
  if (answer !== undefined) return answerOfProxy({ proxy, answer }, host);
  const why = networkTrouble(cause, { origin: `${proxy.secure ? "https" : "http"}://${proxy.host}` });
  return cliWords().proxy.notReached({ variable: proxy.variable, why });
}

/** What may be otherwise in a moment, with the same address: somebody may be starting the server, or the network. */
const PASSING: ReadonlySet<Trouble> = new Set(["noLookup", "nobody", "noWay", "late"]);

/** Whether it is worth the wait that a server can't be reached. */
export function mayPass(error: unknown): boolean {
  if (error instanceof ProxyFailure && error.answer !== undefined) return mayStatusPass(error.answer.status);
  const code = codeWithin(error);
  const trouble = code === undefined ? undefined : TROUBLES[code];
  return trouble !== undefined && PASSING.has(trouble);
}

/** The same of an answer that is not what a room says. */
export function mayStatusPass(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** The same where nothing more is known than that nobody has answered. */
export function noAnswer({ origin }: Pick<Address, "origin">): string {
  return cliWords().server.trouble.late(nameOf(origin));
}

function troubleOfKind(code: string): Trouble | undefined {
  if (code.startsWith("HPE_")) return "noHttp";
  // What `ws` says of frames that are none.
  return code.startsWith("WS_ERR_") ? "noPapo" : undefined;
}

/** An answer that is not what a room says. */
export interface StrangeAnswer {
  readonly status: number;
  /** What a papo server says in it. */
  readonly refusal?: Problem | undefined;
}

/** The same for a WebSocket. A room that misses the header of every client has a proxy before it. */
export function upgradeTrouble(answer: StrangeAnswer, address: Pick<Address, "origin">): string {
  if (answer.status !== 426 && answer.refusal?.problem !== "upgrade_required")
    return answerTrouble(answer, address);
  return cliWords().server.noWebSockets(nameOf(address.origin));
}

/** Why something answered that is no room, or a room that refuses. */
export function answerTrouble(
  { status, refusal }: StrangeAnswer,
  { origin }: Pick<Address, "origin">,
): string {
  const name = { ...nameOf(origin), status };
  const { server } = cliWords();
  // A server from before there were details says it in its sentence alone.
  const isOther = refusal?.detail === "unknown_subprotocol" || refusal?.message.includes(SUBPROTOCOL);
  if (isOther) return server.otherVersion(name);
  if (refusal !== undefined) return sayProblem(refusal);
  if (status >= 300 && status < 400) return server.elsewhere(name);
  switch (status) {
    case 101:
      return server.otherWebSocket(name);
    case 401:
      return server.wantsPassword(name);
    case 407:
    case 511:
      return server.networkWants(name);
    case 429:
      return server.patience(name);
    case 408:
    case 504:
      return server.trouble.late(name);
    default:
      return status >= 500 ? server.inTrouble(name) : server.noRoom(name);
  }
}

function nameOf(origin: string) {
  const { host, hostname, protocol } = new URL(origin);
  return { host, hostname, secure: protocol === "https:" };
}

/** Several attempts (IPv6, IPv4) come in an `AggregateError`, and others with a `cause`. */
function codeWithin(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError && error.errors.length > 0) return codeWithin(error.errors[0]);
  return codeOf(error) ?? codeWithin(error.cause);
}
