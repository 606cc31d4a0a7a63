import { version } from "../../package.json";
import { parseCommandLine } from "./command-line.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { watchReaders } from "./reader-gone.ts";

async function main(args: readonly string[]): Promise<ExitCode> {
  const request = parseCommandLine(args);
  switch (request.type) {
    case "version":
      process.stdout.write(`${version}\n`);
      return EXIT.fine;
    case "help": {
      const { generalHelp, helpOf } = await import("./help-text.ts");
      process.stdout.write(request.subcommand === undefined ? generalHelp() : helpOf(request.subcommand));
      return EXIT.fine;
    }
    case "run": {
      const { run } = await request.subcommand.load();
      return run(request.call);
    }
    default:
      return request satisfies never;
  }
}

watchReaders();

/** A bug: its stack is for those who look for it. */
function unexpected(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = process.env.PAPO_DEBUG ? stack : `${message}. Set PAPO_DEBUG=1 to see where.`;
  process.stderr.write(`papo: Something unexpected happened: ${told}\n`, () => process.exit(EXIT.failed));
}

process.on("uncaughtException", unexpected);

try {
  const code = await main(process.argv.slice(2));
  // Sockets and standard input may still be open; what was written has to be out.
  process.stdout.write("", () => process.exit(code));
} catch (error) {
  if (error instanceof Failure) {
    process.stderr.write(`papo: ${error.message}\n`, () => process.exit(error.exitCode));
  } else {
    unexpected(error);
  }
}
