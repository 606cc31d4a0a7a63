import "./shell/node-version.ts";
import { version } from "../../package.json";
import { safeText } from "../core/text/safe-text.ts";
import { EXIT, type ExitCode, isSignal } from "./end/exit-code.ts";
import { Failure } from "./end/failure.ts";
import { output } from "./end/output.ts";
import { codeOf } from "./end/system-trouble.ts";
import { parseCommandLine } from "./shell/command-line.ts";
import { checkLanguageVariable } from "./shell/language.ts";
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
      const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
      output.write(
        request.subcommand === undefined ? generalHelp(columns) : helpOf(request.subcommand, columns),
      );
      return EXIT.fine;
    }
    case "man": {
      const { manPage } = await import("./shell/man-page.ts");
      output.write(manPage({ version, columns: process.stdout.isTTY ? process.stdout.columns : undefined }));
      return EXIT.fine;
    }
    case "run": {
      checkLanguageVariable(process.env);
      const { run } = await request.subcommand.load();
      return run(request.call, SUBCOMMANDS);
    }
    default:
      return request satisfies never;
  }
}

async function fail(error: unknown): Promise<void> {
  const { exitCode, message } = error instanceof Failure ? error : unexpected(error);
  const text = await laidOut(`papo: ${safeText(message)}`);
  process.stderr.write(text, () => process.exit(exitCode));
}

/** Broken between words at a terminal. Whatever is wrong with that, it is told. */
async function laidOut(text: string): Promise<string> {
  if (!process.stderr.isTTY) return `${text}\n`;
  try {
    const { layOutText } = await import("./view/lay-out.ts");
    return layOutText(text, process.stderr);
  } catch {
    return `${text}\n`;
  }
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

export function runAndExit(args: readonly string[]): Promise<void> {
  process.on("uncaughtException", fail);
  return runAll(args).catch(fail);
}

async function runAll(args: readonly string[]): Promise<never> {
  const code = await main(args);
  // Sockets and standard input may still be open; what was written has to be out.
  if (isSignal(code)) setTimeout(() => process.exit(code), LAST_WORDS);
  const lost = await output.flushed();
  process.exit(lost !== undefined && code === EXIT.fine ? lost.exitCode : code);
}
