import { readdir, rm, stat } from "node:fs/promises";

/** Bytes of a database without tables: its first page. */
const EMPTY = 4_096;

/**
 * Removes the databases of objects that have stored nothing, such as rooms
 * that nobody has made, or that were erased: workerd makes one for every
 * object that is knocked at, and keeps it. Only while it does not run.
 */
export async function removeEmpty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{64}\.sqlite$/.test(name)) continue;
    const path = `${folder}/${name}`;
    // What was written last stands in the log beside it.
    if ((await sizeOf(path)) > EMPTY || (await sizeOf(`${path}-wal`)) > 0) continue;
    for (const suffix of ["-shm", "-wal", ""]) await rm(`${path}${suffix}`, { force: true });
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
