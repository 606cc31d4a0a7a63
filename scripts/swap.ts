import { readdir, rename, rm } from "node:fs/promises";

/** How often somebody else may come between before something must be wrong. */
const TRIES = 100;

/** Puts a folder in place of another, which may be in use or missing; who has it open keeps what they have. */
export async function swapFolder(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === TRIES || !hasCode(error, ["ENOTEMPTY", "EEXIST"])) throw error;
    }
    // A folder takes the place of an empty one only. Another build may do the same right now.
    const old = `${from}.old`;
    await rename(to, old).catch((error: unknown) => {
      if (!hasCode(error, ["ENOENT"])) throw error;
    });
    await rm(old, { recursive: true, force: true });
  }
}

/** Removes the folders of builds that were killed. */
export async function sweepWorkshops(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    const [, pid] = /^\.build-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(`${dist}/${name}`, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process, which may not be asked, is alive.
    return hasCode(error, ["EPERM"]);
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
