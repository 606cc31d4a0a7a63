import "./shell/node-version.ts";
import { version } from "../../package.json";
import { safeText } from "../core/text/safe-text.ts";
import { EXIT, type ExitCode, isSignal } from "./end/exit-code.ts";
import { Failure } from "./end/failure.ts";
import { output } from "./end/output.ts";
import { codeOf } from "./end/system-trouble.ts";
import { parseCommandLine } from "./shell/command-line.ts";
import { SUBCOMMANDS } from "./shell/subcommands.ts";
import { cliWords } from "./words/words.ts";

/** Milliseconds that a signal leaves to whoever reads the output. */
const LAST_WORDS = 500;

async function main(args: readonly string[]): Promise<ExitCode> {
  const request = parseCommandLine(args);
  switch (request.type) {
    case "version":
      output.write(`${version}\n`);
      return EXIT.fine;
    case "help": {
      const { generalHelp, helpOf } = await import("./shell/help-text.ts");
      output.write(request.subcommand === undefined ? generalHelp() : helpOf(request.subcommand));
      return EXIT.fine;
    }
    case "man": {
      const { manPage } = await import("./shell/man-page.ts");
      output.write(manPage({ version, columns: process.stdout.isTTY ? process.stdout.columns : undefined }));
      return EXIT.fine;
    }
    case "run": {
      const { run } = await request.subcommand.load();
      return run(request.call, SUBCOMMANDS);
    }
    default:
      return request satisfies never;
  }
}

function fail(error: unknown): void {
  const { exitCode, message } = error instanceof Failure ? error : unexpected(error);
  process.stderr.write(`papo: ${safeText(message)}\n`, () => process.exit(exitCode));
}

/** A bug. Its text may hold anything, and its stack is for those who look for it. */
function unexpected(error: unknown): { exitCode: ExitCode; message: string } {
  const { name, stack } = error instanceof Error ? error : new Error(String(error));
  const { shell } = cliWords();
  const message = process.env.PAPO_DEBUG
    ? shell.unexpectedAt(stack ?? name)
    : shell.unexpected(codeOf(error) ?? name);
  return { exitCode: EXIT.failed, message };
}

process.on("uncaughtException", fail);

async function runAndExit(): Promise<never> {
  const code = await main(process.argv.slice(2));
  // Sockets and standard input may still be open; what was written has to be out.
  if (isSignal(code)) setTimeout(() => process.exit(code), LAST_WORDS);
  const lost = await output.flushed();
  process.exit(lost !== undefined && code === EXIT.fine ? lost.exitCode : code);
}

runAndExit().catch(fail);
