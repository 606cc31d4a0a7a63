import { EXIT, type ExitCode } from "./exit-code.ts";

/** What is done at a signal that asks this process to end; the last wish counts. */
let end: ((exitCode: ExitCode) => void) | undefined;

/** Does something at the first signal that asks this process to end, given the code to end with. */
export function onSignal(wish: (exitCode: ExitCode) => void): void {
  const isNew = end === undefined;
  end = wish;
  if (!isNew) return;
  process
    .once("SIGINT", () => end?.(EXIT.interrupted))
    .once("SIGTERM", () => end?.(EXIT.terminated))
    // Ctrl-Break, on Windows alone.
    .once("SIGBREAK", () => end?.(EXIT.interrupted))
    .once("SIGHUP", () => end?.(EXIT.hungUp));
}
