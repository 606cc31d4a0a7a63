import type { Setting } from "./setting.ts";

/** A host of push services, or all below one. */
export interface PushHost {
  readonly host: string;
  readonly isParent: boolean;
  readonly port: number;
}

/** `*.` in front where all below it are meant, a port where it is not that of https. */
const FORM = /^(\*\.)?((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Hosts that may be pushed to, comma-separated. */
export function hostsSetting(variable: string, otherwise: readonly string[]): Setting<readonly PushHost[]> {
  return {
    ...{ variable, fallback: otherwise.flatMap((text) => hostIn(text) ?? []), written: otherwise.join(",") },
    read(text) {
      const listed = text
        .split(",")
        .map((each) => each.trim().toLowerCase())
        .filter((each) => each !== "");
      const wrong = listed.find((each) => hostIn(each) === undefined);
      if (wrong !== undefined)
        return { wrong: `has "${wrong}", but must list hosts such as push.example.org or *.example.org` };
      return listed.flatMap((each) => hostIn(each) ?? []);
    },
  };
}

function hostIn(text: string): PushHost | undefined {
  const [, star, written = "", port = "443"] = FORM.exec(text) ?? [];
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  if (written === "" || !isPort || !URL.canParse(`https://${written}`)) return undefined;
  // As addresses of the web are compared: 127.1 is 127.0.0.1.
  const { hostname: host } = new URL(`https://${written}`);
  return { host, isParent: star !== undefined, port: Number(port) };
}

/** Whether an address of the web is of a host on this machine itself. */
export function isThisMachine({ hostname }: Pick<URL, "hostname">): boolean {
  return LOOPBACK.test(hostname);
}

/** Whether an address of the web is one of these hosts'. */
export function isAmong(hosts: readonly PushHost[], { protocol, hostname, port }: URL): boolean {
  const asked = port === "" ? (protocol === "http:" ? 80 : 443) : Number(port);
  return hosts.some(({ host, isParent, port }) => {
    return port === asked && (isParent ? hostname.endsWith(`.${host}`) : hostname === host);
  });
}
