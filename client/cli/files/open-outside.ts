import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import { withoutSecrets } from "../person/without-secrets.ts";
import { cliWords } from "../words/words.ts";

/** What an address of a room's file may be made of: nothing that any program takes for something else. */
const ADDRESS = /^https?:\/\/[\w.:[\]-]+\/[\w./%!~*'()-]+$/;
/** Milliseconds after which a program that goes on counts as one that has opened it. */
const SOON = 3_000;

interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/** What opens an address on a system. On Windows `start` is a word of the shell's, which is asked for nothing here. */
export function openerFor(platform: NodeJS.Platform): Opener {
  if (platform === "darwin") return { program: "open", args: [] };
  if (platform === "win32") return { program: "rundll32", args: ["url.dll,FileProtocolHandler"] };
  return { program: "xdg-open", args: [] };
}

export interface OpeningOptions {
  readonly env: Environment;
  /** Of the room's own server: nothing else is ever opened. */
  readonly origin: string;
  readonly opener?: Opener;
}

/** Opens an address in the program that this machine has for it. No shell reads it. Fails with a Failure. */
export async function openOutside(
  address: string,
  { env, origin, opener = openerFor(process.platform) }: OpeningOptions,
): Promise<void> {
  const { program, args } = opener;
  const cannot = () => new Failure(EXIT.failed, cliWords().files.cannotOpen({ program, address }));
  if (!ADDRESS.test(address) || !address.startsWith(`${origin}/`)) throw cannot();
  const { spawn } = await import("node:child_process");
  const status = await new Promise<number | null>((resolve) => {
    const child = spawn(program, [...args, address], {
      env: withoutSecrets(env),
      stdio: "ignore",
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    const timer = setTimeout(() => resolve(0), SOON).unref();
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    child.unref();
  });
  if (status !== 0) throw cannot();
}
