import { SUBPROTOCOL } from "../../../src/protocol/limits.ts";
import type { Address } from "../../core/address.ts";
import { codeOf } from "../end/system-trouble.ts";
import type { HttpRefusal } from "./refusal.ts";

// Every sentence about a server that cannot be talked to. No other library's text is ever shown: it may hold anything.

/** How a server is named in a sentence. */
interface Named {
  /** `host:8080` */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly secure: boolean;
}

type Sentence = (server: Named) => string;

const gone: Sentence = ({ host, secure }) =>
  secure
    ? `${host} hung up. Try again later.`
    : `${host} hung up. If it speaks TLS, write the address with https://.`;
const late: Sentence = ({ host }) => `${host} does not answer in time. Try again later.`;
const noWay: Sentence = ({ host }) => `There is no way to ${host}. Are you connected to the network?`;
const noTls: Sentence = ({ host }) =>
  `${host} does not speak TLS. If that is as it should be, write the address with http://.`;
const noHttp: Sentence = ({ host, secure }) =>
  `What answers at ${host} does not speak HTTP. Check the port${secure ? "" : "; with TLS, write https://"}.`;
const noPapo: Sentence = ({ host }) => `What answers at ${host} is no papo server. Check the address.`;
const noLookup: Sentence = ({ hostname }) =>
  `Cannot look up ${hostname}: the name server does not answer. Are you connected to the internet?`;
const noHost: Sentence = ({ hostname }) => `There is no host called ${hostname}. Check the address.`;
const untrusted =
  (why: string): Sentence =>
  ({ host }) =>
    `The certificate of ${host} cannot be trusted: ${why}.`;
const ofOwn = "If it comes from an authority of your own, name that in NODE_EXTRA_CA_CERTS";
const unknownIssuer = untrusted(`nobody known has signed it. ${ofOwn}`);
const onThisMachine =
  (why: string): Sentence =>
  ({ host }) =>
    `Cannot talk to ${host}: ${why} on this machine.`;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: noHost,
  EAI_NONAME: noHost,
  EAI_NODATA: noHost,
  EAI_AGAIN: noLookup,
  EAI_FAIL: noLookup,
  ECONNREFUSED: ({ host }) => `Nobody answers at ${host}. Is the server running, and the port right?`,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ENETDOWN: noWay,
  EHOSTDOWN: noWay,
  EADDRNOTAVAIL: noWay,
  EINVAL: noWay,
  EACCES: onThisMachine("a firewall does not let it"),
  EPERM: onThisMachine("a firewall does not let it"),
  EMFILE: onThisMachine("too many files are open"),
  ENFILE: onThisMachine("too many files are open"),
  ENOBUFS: onThisMachine("there is no memory left"),
  ENOMEM: onThisMachine("there is no memory left"),
  ETIMEDOUT: late,
  ESOCKETTIMEDOUT: late,
  ERR_SOCKET_CONNECTION_TIMEOUT: late,
  ECONNRESET: gone,
  ECONNABORTED: gone,
  EPIPE: gone,
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  ERR_SSL_HTTP_REQUEST: noTls,
  CERT_HAS_EXPIRED: untrusted("it has expired, or the clock of this machine is wrong"),
  CERT_NOT_YET_VALID: untrusted("it is not valid yet, or the clock of this machine is wrong"),
  CERT_REVOKED: untrusted("it was revoked"),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted("it is for a host of another name"),
  HOSTNAME_MISMATCH: untrusted("it is for a host of another name"),
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted(`it is signed by itself. ${ofOwn}`),
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  CERT_SIGNATURE_FAILURE: untrusted("its signature is wrong"),
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ({ host }) =>
    `${host} wants a certificate of yours, and papo has none.`,
  /** More than a room ever sends. */
  TOO_LARGE: noPapo,
};

/** Why a server could not be talked to, in a sentence that says what to do next. */
export function networkTrouble(error: unknown, { origin }: Pick<Address, "origin">): string {
  const server = named(origin);
  const code = codeWithin(error);
  const sentence = code === undefined ? undefined : (SENTENCES[code] ?? sentenceOfKind(code));
  if (sentence !== undefined) return sentence(server);
  return `Cannot talk to ${server.host}, for a reason that papo does not know${code === undefined ? "" : ` (${code})`}.`;
}

/** The same where nothing more is known than that nobody has answered. */
export function noAnswer({ origin }: Pick<Address, "origin">): string {
  return late(named(origin));
}

function sentenceOfKind(code: string): Sentence | undefined {
  if (code.startsWith("HPE_")) return noHttp;
  // What `ws` says of frames that are none.
  if (code.startsWith("WS_ERR_")) return noPapo;
  if (/^ERR_SSL_|^ERR_TLS_/.test(code)) {
    return ({ host }) => `${host} and this machine cannot agree on how to speak TLS (${code}).`;
  }
  return undefined;
}

/** An answer that is not what a room says. */
export interface StrangeAnswer {
  readonly status: number;
  /** What a papo server says in it. */
  readonly refusal?: HttpRefusal | undefined;
}

/** The same for a WebSocket. A room that misses the header of every client has a proxy before it. */
export function upgradeTrouble(answer: StrangeAnswer, address: Pick<Address, "origin">): string {
  if (answer.status !== 426 && answer.refusal?.code !== "upgrade_required")
    return answerTrouble(answer, address);
  return (
    `Something between here and ${named(address.origin).host} keeps WebSockets out: a proxy that drops the Upgrade ` +
    "header. papo send TEXT, history and names work without."
  );
}

/** Why something answered that is no room, or a room that refuses. */
export function answerTrouble(
  { status, refusal }: StrangeAnswer,
  { origin }: Pick<Address, "origin">,
): string {
  const { host, secure } = named(origin);
  if (refusal?.message.includes(SUBPROTOCOL)) {
    return `The server at ${host} speaks another version of papo than this client. Update the older of the two.`;
  }
  if (refusal !== undefined) return refusal.message;
  if (status >= 300 && status < 400) {
    return `${host} sends its visitors elsewhere (HTTP ${status}). Write that address${secure ? "" : ", maybe with https://"}.`;
  }
  switch (status) {
    case 101:
      return `What answers at ${host} speaks WebSocket, but is no papo server. Check the address.`;
    case 401:
      return `Something before ${host} wants a name and a password (HTTP 401), and papo has none to give.`;
    case 407:
    case 511:
      return `This network wants something of you first (HTTP ${status}). Open a page in a browser, and try again.`;
    case 429:
      return `${host} asks for patience (HTTP 429). Try again later.`;
    case 408:
    case 504:
      return late(named(origin));
  }
  if (status >= 500) return `The server at ${host} is in trouble (HTTP ${status}). Try again later.`;
  return `What answers at ${host} is no papo server, or a very old one (HTTP ${status}). Check the address.`;
}

function named(origin: string): Named {
  const { host, hostname, port, protocol } = new URL(origin);
  return { host, hostname, port, secure: protocol === "https:" };
}

/** Several attempts (IPv6, IPv4) come in an `AggregateError`, and others with a `cause`. */
function codeWithin(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError && error.errors.length > 0) return codeWithin(error.errors[0]);
  return codeOf(error) ?? codeWithin(error.cause);
}
