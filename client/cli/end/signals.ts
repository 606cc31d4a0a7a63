import { EXIT, type ExitCode } from "./exit-code.ts";

/** What is done at a signal that asks this process to end; the last wish counts. */
let end: ((exitCode: ExitCode) => void) | undefined;
/** Whether another program has the terminal. */
let isElsewhere = false;

/** Does something at the first signal that asks this process to end, given the code to end with. */
export function onSignal(wish: (exitCode: ExitCode) => void): void {
  const isNew = end === undefined;
  end = wish;
  if (!isNew) return;
  const interrupt = () => {
    if (isElsewhere) return;
    process.off("SIGINT", interrupt);
    end?.(EXIT.interrupted);
  };
  process
    .on("SIGINT", interrupt)
    .once("SIGTERM", () => end?.(EXIT.terminated))
    // Ctrl-Break, on Windows alone.
    .once("SIGBREAK", () => end?.(EXIT.interrupted))
    .once("SIGHUP", () => end?.(EXIT.hungUp));
}

/** Another program has the terminal, and its Ctrl-C; until what this returns is called. */
export function holdInterrupts(): () => void {
  isElsewhere = true;
  return () => {
    isElsewhere = false;
  };
}
