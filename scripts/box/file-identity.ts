import { statSync, utimesSync } from "node:fs";

/** By what a file or folder is known again: a copy has another number, or at least another birth. */
export interface Identity {
  readonly inode: string;
  /** Nanoseconds since 1970; missing where the file system does not keep it. */
  readonly born?: string;
}

/** Whoever calls it says whether the file system keeps births. */
export function identityOf(path: string, births: boolean): Identity {
  const { ino, birthtimeNs } = statSync(path, { bigint: true });
  return births ? { inode: String(ino), born: String(birthtimeNs) } : { inode: String(ino) };
}

export function isSame(known: Identity, path: string): boolean {
  const now = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!now || known.inode !== String(now.ino)) return false;
  return known.born === undefined || known.born === String(now.birthtimeNs);
}

/** Whether a file keeps the time of its birth when it changes: some systems tell the time of the change instead. */
export function keepsBirth(path: string): boolean {
  const before = statSync(path, { bigint: true });
  if (before.birthtimeNs === 0n) return false;
  for (const end = performance.now() + 100; performance.now() < end; ) {
    utimesSync(path, 0, 0);
    const after = statSync(path, { bigint: true });
    // Clocks of file systems tick a few hundred times a second.
    if (after.ctimeNs !== before.ctimeNs) return after.birthtimeNs === before.birthtimeNs;
  }
  return false;
}
