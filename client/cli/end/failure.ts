import type { ExitCode } from "./exit-code.ts";

/** Ends the program with a sentence that tells its person what to do next; caught once, in `program.ts`. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
