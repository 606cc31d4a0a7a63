import { SUBPROTOCOL } from "../../src/protocol/limits.ts";
import type { Address } from "../core/address.ts";

/** Why a server could not be talked to, in a sentence that says what to do next. */
export function networkTrouble(error: unknown, { origin }: Pick<Address, "origin">): string {
  const { code, message } = describe(error);
  const { hostname, host, protocol } = new URL(origin);
  switch (code) {
    case "ENOTFOUND":
      return `There is no host called ${hostname}. Check the address.`;
    case "EAI_AGAIN":
      return `Cannot look up ${hostname}: the name server does not answer. Are you connected to the internet?`;
    case "ECONNREFUSED":
      return `Nobody answers at ${host}. Is the server running, and the port right?`;
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
      return `There is no way to ${host}. Are you connected to the network?`;
    case "ETIMEDOUT":
    case "UND_ERR_CONNECT_TIMEOUT":
      return `${host} does not answer in time. Try again later.`;
    case "EPROTO":
    case "ERR_SSL_WRONG_VERSION_NUMBER":
    case "ERR_SSL_PACKET_LENGTH_TOO_LONG":
      return `${host} does not speak TLS. If that is as it should be, write the address with http://.`;
    case "ECONNRESET":
    case "UND_ERR_SOCKET":
    case "EPIPE":
      return protocol === "http:"
        ? `${host} hung up. If it speaks TLS, write the address with https://.`
        : `${host} hung up. Try again later.`;
  }
  if (code?.startsWith("HPE_") || /Parse Error|Expected HTTP/.test(message)) {
    return `What answers at ${host} does not speak HTTP. Check the port; with TLS, write https://.`;
  }
  if (code !== undefined && /CERT|ALTNAME|SELF_SIGNED|ISSUER|ERR_TLS/.test(code)) {
    return (
      `The certificate of ${host} cannot be trusted (${message}). ` +
      "If it comes from an authority of your own, name that in NODE_EXTRA_CA_CERTS."
    );
  }
  return `Cannot talk to ${host} (${code ?? message}).`;
}

/** Why something answered that is no room. `message` is what a papo server said. */
export function answerTrouble(
  { status, message }: { status: number; message?: string | undefined },
  { origin }: Pick<Address, "origin">,
): string {
  const { host } = new URL(origin);
  if (message?.includes(SUBPROTOCOL) || status === 426) {
    return `The server at ${host} speaks another version of papo than this client. Update the older of the two.`;
  }
  if (message !== undefined) return message;
  if (status >= 300 && status < 400) {
    return `${host} sends its visitors elsewhere (HTTP ${status}). Write that address, maybe with https://.`;
  }
  if (status >= 500) return `The server at ${host} is in trouble (HTTP ${status}). Try again later.`;
  return `What answers at ${host} is no papo server, or a very old one (HTTP ${status}). Check the address.`;
}

/** `fetch` wraps what happened in a `cause`, and several attempts (IPv6, IPv4) in an `AggregateError`. */
function describe(error: unknown): { code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  if (!("code" in error) && error.cause !== undefined) return describe(error.cause);
  return { code: "code" in error ? String(error.code) : undefined, message: error.message };
}
