import { once } from "node:events";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { readSettings, SettingsError } from "../src/settings.ts";
import { dataFolder } from "./data-folder.ts";
import { startLocalServer } from "./local-server.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `Runs papo on this machine.

  npm start -- [--port 8787] [--host localhost] [--data .papo] [--var NAME:value ...]

  --port PORT       where to listen
  --host HOST       0.0.0.0 lets other machines in: put a proxy that ends TLS in front
  --data DIR        where the rooms are kept
  --var NAME:value  a setting, as docs/operations.md lists them; the environment has them too,
                    and ADMIN_TOKEN, being a secret, only there
`;

/** The settings that the environment may carry. */
const SETTINGS = [
  "NICK_HOLD_SECONDS",
  "HISTORY_MESSAGES",
  "HISTORY_DAYS",
  "MESSAGE_BURST",
  "MESSAGES_PER_SECOND",
  "MAX_MEMBERS",
  "ALLOWED_ORIGINS",
  "ADMIN_TOKEN",
];

/** The host as an address on this machine names it: "all of them" is no name, and IPv6 wants brackets. */
function nameOf(host: string): string {
  if (/^[0.:]+$/.test(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8787" },
      host: { type: "string", default: "localhost" },
      data: { type: "string", default: ".papo" },
      var: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port < 1 || port > 65_535) {
    throw new UsageError(`--port ${values.port} is no port: it is a number from 1 to 65535.`);
  }
  const given = values.var.map((pair) => {
    const [, name, value] = /^([A-Z_]+):(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(`--var ${pair} is not of the form NAME:value.`);
    if (name === "ADMIN_TOKEN") throw new UsageError("ADMIN_TOKEN is a secret: put it into the environment.");
    return [name, value] as const;
  });
  const surrounding = SETTINGS.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...values, port, vars: Object.fromEntries([...surrounding, ...given]) };
}

/** Throws a sentence if somebody else listens there: the runtime itself would tell it in a stack trace. */
async function checkFree(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new UsageError(
        `Port ${port} is in use. Try another: npm start -- --port ${port === 65_535 ? 8787 : port + 1}`,
      );
    }
    if (code === "EACCES") throw new UsageError(`Port ${port} is not for everybody. Try one above 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new UsageError(`This machine has no address ${host}.`);
    throw error;
  }
  probe.close();
  await once(probe, "close");
}

async function main(): Promise<void> {
  const { host, port, data, vars, help } = readOptions();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  readSettings(vars);
  await checkFree(host, port);
  // What people say to each other is not for the machine's other users to read.
  process.umask(0o077);
  const folder = await dataFolder(data);
  const server = await startLocalServer({ host, port, data: folder, vars });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Miniflare's own handlers end the process without waiting for the runtime, and with a code of failure.
    process.removeAllListeners(signal);
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  const isOpen = host !== "localhost" && !host.startsWith("127.") && host !== "::1";
  const room = `http://${nameOf(host)}:${port}/lobby`;
  console.log(`Open             ${room}`);
  console.log(`or in a terminal node dist/papo.js ${room}`);
  if (isOpen) {
    console.error(
      "Open to the network without a proxy in front, network addresses can be forged: see docs/operations.md.",
    );
  }
}

try {
  await main();
} catch (error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const expected =
    error instanceof UsageError || error instanceof SettingsError || code.startsWith("ERR_PARSE_ARGS");
  if (!expected) throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof SettingsError || error instanceof UsageError ? 1 : 2;
}
