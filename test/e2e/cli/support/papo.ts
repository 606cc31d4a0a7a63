import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { endsWithTest } from "../../../support/ends.ts";
import { type Pty, type PtyOptions, startPty } from "../../../support/pty.ts";
import { temporaryFolder } from "./temporary.ts";

/** Which Node runs the client: the one that runs the tests, or another that it is to be tried on. */
export const NODE = process.env.PAPO_TEST_NODE ?? process.execPath;

/** The built client. */
export const PAPO = fileURLToPath(new URL("../../../../dist/papo.js", import.meta.url));

type Variables = Readonly<Record<string, string | undefined>>;

/** No way that the machine of the tests would go. */
const NO_PROXY = Object.fromEntries(
  ["http_proxy", "https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [
    [name, undefined],
    [name.toUpperCase(), undefined],
  ]),
);

/** A machine of a person: folders of its own, and nothing of ours in the environment. */
export function homeOf(variables: Variables = {}): Variables {
  const folder = temporaryFolder();
  return {
    XDG_STATE_HOME: `${folder}/state`,
    XDG_CONFIG_HOME: `${folder}/config`,
    TZ: "UTC",
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    COLORTERM: undefined,
    PAPO_URL: undefined,
    PAPO_NICK: undefined,
    PAPO_KEY: undefined,
    PAPO_PROFILE: undefined,
    PAPO_ADMIN_TOKEN: undefined,
    PAPO_SECRETS_FOR: undefined,
    PAPO_LINK: undefined,
    ...NO_PROXY,
    ...variables,
  };
}

/** Any program in a terminal, which ends with the test. */
export function openTerminal(options: PtyOptions): Pty {
  const pty = startPty(options);
  endsWithTest(() => pty.kill("SIGKILL"));
  return pty;
}

/** The client in a terminal. */
export function openPapo(args: readonly string[], options: Partial<PtyOptions> = {}): Pty {
  return openTerminal({ command: NODE, args: [PAPO, ...args], env: homeOf(), ...options });
}

/** A shell in a terminal, which adds nothing of its own but its prompt; it stands there already, for what is typed earlier stands before it. */
export async function openShell(options: Partial<PtyOptions> = {}): Promise<Pty> {
  const pty = openTerminal({
    command: "bash",
    args: ["--norc", "--noprofile", "--noediting", "-i"],
    ...options,
    env: { ...homeOf(), PS1: "shell$ ", ...options.env },
  });
  await pty.waitFor(/^shell\$$/m);
  return pty;
}

/** Joins a room in a terminal, and waits to be in it. */
export async function joinPapo(url: string, nick: string, options: Partial<PtyOptions> = {}): Promise<Pty> {
  const pty = openPapo([url, "--nick", nick], options);
  // While it is not there yet, something stands before it.
  await pty.waitFor(new RegExp(`^${nick}@`, "m"));
  return pty;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The client in a pipe, from its start to its end. */
export async function runPapo(
  args: readonly string[],
  { input = "", env = homeOf() }: { input?: string | Uint8Array; env?: Variables } = {},
): Promise<Finished> {
  const child = spawnPapo(args, env);
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}

/** The client with a file, open for writing, as its standard output; from its start to its end. */
export async function runWithOutput(
  args: readonly string[],
  output: number,
): Promise<Omit<Finished, "stdout">> {
  const stdio = ["ignore", output, "pipe"] as const;
  const child = spawn(NODE, [PAPO, ...args], { env: { ...process.env, ...homeOf() }, stdio: [...stdio] });
  closeSync(output);
  if (child.stderr === null) throw new Error("There is a pipe for standard error.");
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code, stderr };
}

/** The client in a pipe that stays open. */
export function spawnPapo(
  args: readonly string[],
  env: Variables = homeOf(),
): ChildProcessWithoutNullStreams {
  const child = spawn(NODE, [PAPO, ...args], { env: { ...process.env, ...env } });
  endsWithTest(() => child.kill("SIGKILL"));
  return child;
}
