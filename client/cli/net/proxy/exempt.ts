import { BlockList, isIP } from "node:net";

/** A server, as an address names it. */
export interface Destination {
  /** Of IPv6 without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** Whether a list (`NO_PROXY`) has a server: by its name, or that of a domain; by its number, or a network's; maybe with a port. */
export function isExempt(list: string, { hostname, port }: Destination): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  return list.split(/[\s,]+/).some((written) => {
    if (written === "*") return true;
    const entry = read(written);
    if (entry.name === "" || (entry.port !== undefined && entry.port !== port)) return false;
    if (isIP(host) !== 0) return entry.bits === undefined ? sameNumber(entry.name, host) : holds(entry, host);
    return host === entry.name || host.endsWith(`.${entry.name}`);
  });
}

interface Exemption {
  readonly name: string;
  readonly port?: number;
  /** How many bits of it name the network. */
  readonly bits?: number;
}

function read(written: string): Exemption {
  const [, network = "", bits] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(written) ?? [];
  if (bits !== undefined) return { name: network, bits: Number(bits) };
  if (isIP(written) !== 0) return { name: written };
  const [, bracketed, plain = "", port] =
    /^(?:\[([\da-f.:]+)\]|([^:]*))(?::(\d{1,5}))?$/i.exec(written) ?? [];
  const name = bracketed ?? asUrlHas(plain.replace(/^\*?\./, "").replace(/\.$/, ""));
  return { name, ...(port !== undefined && { port: Number(port) }) };
}

/** In lower case, and in the letters that names have in the network. */
function asUrlHas(name: string): string {
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return "";
  }
}

function sameNumber(name: string, host: string): boolean {
  return holds({ name, bits: isIP(name) === 6 ? 128 : 32 }, host);
}

function holds({ name, bits = 0 }: Exemption, host: string): boolean {
  const family = isIP(name);
  if (family === 0 || bits > (family === 6 ? 128 : 32)) return false;
  const network = new BlockList();
  network.addSubnet(name, bits, family === 6 ? "ipv6" : "ipv4");
  return network.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}
