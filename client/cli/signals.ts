import { EXIT, type ExitCode } from "./exit-code.ts";

/** Does something at the first signal that asks this process to end, given the code to end with. */
export function onSignal(end: (exitCode: ExitCode) => void): void {
  process
    .once("SIGINT", () => end(EXIT.interrupted))
    .once("SIGTERM", () => end(EXIT.terminated))
    .once("SIGHUP", () => end(EXIT.hungUp));
}
