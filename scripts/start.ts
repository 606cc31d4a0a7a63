import { parseArgs } from "node:util";
import { readSettings, SETTINGS, SettingsError } from "../src/settings/settings.ts";
import { checkFree } from "./box/free-port.ts";
import { goneWithNpm } from "./box/npm-parent.ts";
import { readServer } from "./box/server.ts";
import { logServer } from "./box/server-log.ts";
import { startLocalServer } from "./local-server.ts";
import { UsageError } from "./usage-error.ts";

const SECRETS: readonly string[] = Object.values(SETTINGS)
  .filter(({ isSecret }) => isSecret)
  .map(({ variable }) => variable);

const USAGE = `Runs papo on this machine.

  npm start -- [--port 8787] [--host localhost] [--data .papo] [--var NAME:value ...]

  --port PORT       where to listen
  --host HOST       0.0.0.0 lets other machines in: put a proxy that ends TLS in front
  --data DIR        where the rooms are kept; for one papo at a time
  --var NAME:value  a setting, as docs/operations.md lists them; the environment has them too,
                    and of the secrets, ${SECRETS.join(" and ")}, only there
`;

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
    if (SECRETS.includes(name)) throw new UsageError(`${name} is a secret: put it into the environment.`);
    return [name, value] as const;
  });
  return { ...values, port, given: Object.fromEntries(given) };
}

/** The settings that the environment and the command line have. */
async function readVars(given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { names } = await readServer();
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--var ${unknown}: there is no such setting. docs/operations.md lists them.`);
  }
  const surrounding = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(surrounding), ...given };
}

async function main(): Promise<void> {
  const { host, port, data, given, help } = readOptions();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const vars = await readVars(given);
  readSettings(vars);
  await checkFree(host, port);
  // What people say to each other is not for the machine's other users to read.
  process.umask(0o077);
  const server = await startLocalServer({ host, port, data, vars });
  const stop = () => void server.stop().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  void goneWithNpm()?.then(stop);
  void server.failed.then((reason) => {
    logServer("error", reason);
    process.exit(1);
  });
  const room = new URL("lobby", server.url).href;
  console.log(`Open             ${room}`);
  console.log(`or in a terminal node dist/papo.js ${room}`);
  const isOpen = host !== "localhost" && !host.startsWith("127.") && host !== "::1";
  if (isOpen) {
    console.log(
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
