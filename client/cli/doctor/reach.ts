import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { ProxyFailure } from "../net/proxy/proxy-failure.ts";
import { tunnel } from "../net/proxy/tunnel.ts";
import { networkTrouble } from "../net/trouble.ts";
import { cliWords } from "../words/words.ts";
import type { Finding } from "./finding.ts";
import { inTime } from "./in-time.ts";
import type { Patient } from "./patient.ts";

/** A host that is talked to first: a proxy's, or the server's own. */
export interface FirstHost {
  readonly hostname: string;
  readonly port: number;
  /** Host and port, as people write them. */
  readonly host: string;
}

export function firstHost({ address, proxy }: Pick<Patient, "address" | "proxy">): FirstHost {
  return proxy ?? serverHost(address);
}

export function serverHost({ origin }: Pick<Patient["address"], "origin">): FirstHost {
  const { protocol, hostname, port, host } = new URL(origin);
  const usual = protocol === "https:" ? 443 : 80;
  return { host, hostname: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || usual };
}

/** Looks a name up. */
export async function findName(patient: Patient): Promise<Finding> {
  const { hostname } = firstHost(patient);
  const { doctor } = cliWords();
  if (isIP(hostname) !== 0) return { step: "name", state: "ok", says: doctor.isNumber(hostname) };
  try {
    const found = await inTime(lookup(hostname, { all: true }));
    const [{ address } = { address: "" }, ...more] = found ?? [];
    if (found === undefined) return { step: "name", state: "failed", says: doctor.lookupLate(hostname) };
    return { step: "name", state: "ok", says: doctor.resolved({ hostname, address, more: more.length }) };
  } catch (error) {
    return { step: "name", state: "failed", says: trouble(error, patient) };
  }
}

/** Connects, and hangs up or hands the connection on. */
export async function reach(patient: Patient): Promise<Finding & { socket?: Socket }> {
  const { hostname, port, host } = firstHost(patient);
  const start = performance.now();
  const socket = connect({ host: hostname, port });
  socket.on("error", () => {});
  try {
    const made = await inTime(once(socket, "connect"));
    if (made === undefined) throw Object.assign(new Error("ETIMEDOUT"), { code: "ETIMEDOUT" });
    const says = cliWords().doctor.connected({ host, ms: Math.round(performance.now() - start) });
    return { step: "connection", state: "ok", says, socket };
  } catch (error) {
    socket.destroy();
    return { step: "connection", state: "failed", says: trouble(error, patient) };
  }
}

/** Has the proxy let papo through to the server. */
export async function goThrough(patient: Patient): Promise<Finding & { socket?: Duplex }> {
  const { address, proxy } = patient;
  const server = serverHost(address);
  if (proxy === undefined) throw new Error("There is no proxy.");
  const start = performance.now();
  try {
    const socket = await tunnel(proxy, server);
    socket.on("error", () => {});
    const says = cliWords().doctor.tunnelled({ ...server, ms: Math.round(performance.now() - start) });
    return { step: "tunnel", state: "ok", says, socket };
  } catch (error) {
    return { step: "tunnel", state: "failed", says: networkTrouble(error, address) };
  }
}

/** Whose fault it is, a proxy's or the server's. */
function trouble(error: unknown, { address, proxy }: Patient): string {
  const cause = error instanceof Error ? error : new Error(String(error));
  return networkTrouble(proxy === undefined ? cause : new ProxyFailure(proxy, { cause }), address);
}
