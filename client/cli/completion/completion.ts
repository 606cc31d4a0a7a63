import { nearest } from "../../core/text/nearest.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import type { Call } from "../shell/call.ts";
import type { Subcommand } from "../shell/subcommand.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import { type CompletionModel, completionModel, SHELLS, type Shell } from "./model.ts";
import { zshCompletion } from "./zsh.ts";

const SCRIPT: Readonly<Record<Shell, (model: CompletionModel) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `papo completion`: a script by which a shell completes what is typed behind papo. */
export async function run({ positionals }: Call, all: readonly Subcommand[]): Promise<ExitCode> {
  const [written = "", ...more] = positionals;
  const shell = SHELLS.find((each) => each === written);
  if (shell === undefined || more.length > 0) {
    const meant = nearest(written, SHELLS);
    throw new Failure(
      EXIT.usage,
      cliWords().shell.noShell({ written: shown(positionals.join(" ")), shells: SHELLS, meant }),
    );
  }
  output.write(SCRIPT[shell](completionModel(all)));
  return EXIT.fine;
}
