import { isIP } from "node:net";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";

/** Where a gateway waits for programs. */
export interface ListenAddress {
  /** An IP address of this machine. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

const LOOPBACK = "127.0.0.1";
const LAST_PORT = 65_535;

/** Reads `127.0.0.1:6667`, `[::1]:6667`, `localhost:6667` or a port alone, which is one of this machine's own. */
export function listenAddress(written: string | undefined, usual: number): ListenAddress {
  if (written === undefined || written === "") return { host: LOOPBACK, port: usual };
  const [, name = LOOPBACK, digits = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(written) ?? [];
  const host = name.toLowerCase() === "localhost" ? LOOPBACK : name.replace(/^\[(.*)\]$/, "$1");
  const port = Number(digits);
  if (digits === "" || isIP(host) === 0 || port > LAST_PORT) {
    throw new Failure(EXIT.usage, cliWords().gateway.badListen(shown(written)));
  }
  return { host, port };
}

/** Whether nobody but this machine's own programs can come. */
export function isLoopback({ host }: Pick<ListenAddress, "host">): boolean {
  return host === "::1" || /^127\./.test(host);
}

/** As it is written in an address. */
export function addressText({ host, port }: ListenAddress): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}
