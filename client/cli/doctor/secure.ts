import { once } from "node:events";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect, type TLSSocket } from "node:tls";
import { oneLine } from "../../core/text/one-line.ts";
import { networkTrouble } from "../net/trouble.ts";
import { moment } from "../text/time.ts";
import { cliWords } from "../words/words.ts";
import type { Finding } from "./finding.ts";
import { inTime } from "./in-time.ts";
import type { Patient } from "./patient.ts";
import { serverHost } from "./reach.ts";

/** Characters of what a certificate says of itself. */
const SHOWN = 80;

/** Shakes hands by TLS over a connection, looks at the certificate, and hangs up: nothing is said. */
export async function shakeHands({ address }: Pick<Patient, "address">, socket: Duplex): Promise<Finding> {
  const { hostname } = serverHost(address);
  // One that is not trusted is looked at, too.
  const tls = connect({
    socket,
    servername: isIP(hostname) === 0 ? hostname : "",
    host: hostname,
    rejectUnauthorized: false,
  });
  tls.on("error", () => {});
  try {
    const made = await inTime(once(tls, "secureConnect"));
    if (made === undefined) throw coded("ETIMEDOUT");
    return told(tls, address);
  } catch (error) {
    return { step: "tls", state: "failed", says: networkTrouble(error, address) };
  } finally {
    tls.destroy();
  }
}

function told(tls: TLSSocket, address: Patient["address"]): Finding {
  const { doctor } = cliWords();
  const { issuer, valid_from, valid_to } = tls.getPeerCertificate();
  const certificate = {
    issuer: oneLine([issuer?.O ?? issuer?.CN ?? ""].flat().join(" ")).slice(0, SHOWN) || "?",
    from: moment(Date.parse(valid_from)),
    until: moment(Date.parse(valid_to)),
  };
  if (tls.authorized) {
    const version = tls.getProtocol() ?? "TLS";
    return { step: "tls", state: "ok", says: doctor.secured({ ...certificate, version }) };
  }
  // A code, though its type says otherwise; or an error that has one.
  const reason: unknown = tls.authorizationError;
  const error = typeof reason === "string" ? coded(reason) : reason;
  const says = doctor.distrusted({ ...certificate, why: networkTrouble(error, address) });
  return { step: "tls", state: "failed", says };
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
