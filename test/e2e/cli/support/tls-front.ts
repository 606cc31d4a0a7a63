import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { createServer } from "node:tls";
import { listen } from "./listen.ts";
import { temporaryFolder } from "./temporary.ts";

/** A server of another name, by TLS. */
export interface TlsFront {
  readonly port: number;
  /** The file with its certificate, which nobody knows yet. */
  readonly certificate: string;
}

/** Puts TLS before a port of this machine, with a certificate for one host. */
export async function startTlsFront(host: string, port: number): Promise<TlsFront> {
  const folder = temporaryFolder();
  const certificate = `${folder}/cert.pem`;
  const key = `${folder}/key.pem`;
  const names = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  const made = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...made, ...names, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (client) => {
    const onward = connect(port, "127.0.0.1");
    for (const socket of [client, onward]) socket.on("error", () => {});
    client.pipe(onward).pipe(client);
    client.on("close", () => onward.destroy());
    onward.on("close", () => client.destroy());
  });
  const listening = await listen(server);
  return { port: Number(new URL(`http://${listening}`).port), certificate };
}
