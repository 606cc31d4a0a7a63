import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import type { Peer } from "./peer.ts";
import { startServer } from "./server-process.ts";
import { withTemporaryDirectory } from "./temporary.ts";

/** Where it is installed, if it is. */
export const NGIRCD = ["/usr/sbin/ngircd", "/usr/local/sbin/ngircd", "/usr/bin/ngircd"].find((path) =>
  existsSync(path),
);

/** Flood penalties off, no limit of connections, no look-ups, and no pings in a run. */
const config = (port: number) => `
[Global]
  Name = irc.bench.example
  MotdPhrase = bench
  AdminEMail = nobody@bench.example
  Listen = 127.0.0.1
  Ports = ${port}
[Limits]
  MaxConnections = 0
  MaxConnectionsIP = 0
  MaxJoins = 0
  MaxPenaltyTime = 0
  PingTimeout = 3600
[Options]
  DNS = no
  Ident = no
  PAM = no
`;

export const ngircd: Peer = {
  name: "ngircd",
  summary: "ngIRCd (C; stores nothing)",
  dialect: "irc",
  joiningAtOnce: 8, // its listen backlog is 10
  absence: () => (NGIRCD ? undefined : "ngIRCd is not installed (Debian: apt-get install ngircd)"),
  start: () =>
    withTemporaryDirectory(async (directory) => {
      const port = await freePort();
      const path = join(directory, "ngircd.conf");
      writeFileSync(path, config(port), { mode: 0o644 });
      return startServer({ command: NGIRCD ?? "ngircd", args: ["-n", "-f", path], port });
    }),
};
