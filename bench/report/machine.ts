import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus, release, type as system, totalmem } from "node:os";
import { INSPIRCD } from "../peers/inspircd.ts";
import { NGIRCD } from "../peers/ngircd.ts";

const require = createRequire(import.meta.url);

/** What the figures were taken on, one line each. */
export function machine(): string[] {
  const cores = cpus();
  return [
    `${cores.length} × ${cores[0]?.model ?? "unknown CPU"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()} ${release()}`,
    `Node ${process.version}, workerd ${packageVersion("workerd")}, ws ${packageVersion("ws")}, Socket.IO ${packageVersion("socket.io")}`,
    [
      NGIRCD ? firstLine(NGIRCD, "--version") : "",
      INSPIRCD ? firstLine(INSPIRCD, "--version") : "",
      firstLine("python3", "--version"),
    ]
      .filter(Boolean)
      .join(", "),
  ].filter(Boolean);
}

function packageVersion(name: string): string {
  const { version } = require(`${name}/package.json`) as { version: string };
  return version;
}

function firstLine(command: string, argument: string): string {
  const { stdout } = spawnSync(command, [argument], { encoding: "utf8" });
  return stdout?.split("\n")[0] ?? "";
}
