import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import type { Peer } from "./peer.ts";
import { startServer } from "./server-process.ts";
import { withTemporaryDirectory } from "./temporary.ts";

/** Where it is installed, if it is. */
export const INSPIRCD = ["/usr/sbin/inspircd", "/usr/local/bin/inspircd", "/usr/bin/inspircd"].find((path) =>
  existsSync(path),
);

/** Of a connection: no penalties for who says much (`fakelag`, `threshold`, `commandrate`), no bounds that a run would reach, no pings in it. */
const CONNECTION =
  'timeout="60" pingfreq="3600" fakelag="no" threshold="1000000000" commandrate="1000000000" localmax="20000" globalmax="20000" maxconnwarn="no" useident="no" resolvehostnames="no" recvq="100M" softsendq="100M" hardsendq="200M"';

const config = (port: number, directory: string) => `
<server name="irc.bench.example" description="bench" network="bench">
<admin name="bench" nick="bench" email="nobody@bench.example">
<bind address="127.0.0.1" port="${port}" type="clients">
<connect name="main" allow="*" ${CONNECTION}>
<performance netbuffersize="10240" somaxconn="1024" softlimit="20000">
<path datadir="${directory}" logdir="${directory}">
<pid file="${directory}/pid">
`;

export const inspircd: Peer = {
  name: "inspircd",
  summary: "InspIRCd (C++, epoll; stores nothing)",
  dialect: "irc",
  absence: () => (INSPIRCD ? undefined : "InspIRCd is not installed (Debian: apt-get install inspircd)"),
  start: () =>
    withTemporaryDirectory(async (directory) => {
      const port = await freePort();
      const path = join(directory, "inspircd.conf");
      writeFileSync(path, config(port, directory), { mode: 0o644 });
      const asRoot = process.getuid?.() === 0 ? ["--runasroot"] : [];
      const args = ["--nofork", "--nolog", ...asRoot, "--config", path];
      return startServer({ command: INSPIRCD ?? "inspircd", args, port });
    }),
};
