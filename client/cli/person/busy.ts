/** What Windows says of a file that another program has open just now, or is about to take away. */
const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);
/** Milliseconds in which that passes; a folder that is somebody else's stays so. */
const PATIENCE = 1_000;
/** Milliseconds between two attempts. */
const AGAIN = 5;

/** Whether an error may pass by itself: elsewhere than on Windows, none of files does. */
export function isBusy(code: string | undefined, platform: NodeJS.Platform = process.platform): boolean {
  return platform === "win32" && code !== undefined && BUSY.has(code);
}

/** The time, and how to wait: given by tests. */
export interface Pausing {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => void;
}

const real: Pausing = { now: () => performance.now(), wait: pause };

/** Does something with a file, again and again while another program has it. */
export function onceFree<Result>(
  act: () => Result,
  mayPass: (error: unknown) => boolean,
  { now, wait } = real,
): Result {
  const end = now() + PATIENCE;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!mayPass(error) || now() >= end) throw error;
      wait(AGAIN);
    }
  }
}

/** Waits, and has nothing else done meanwhile. */
export function pause(milliseconds = AGAIN): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
