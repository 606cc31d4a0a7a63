import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { output } from "../end/output.ts";
import { onSignal } from "../end/signals.ts";
import type { Call } from "../shell/call.ts";
import { jsonLine } from "../text/json-line.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { examine } from "./examine.ts";
import type { Finding } from "./finding.ts";
import { patientOf } from "./patient.ts";

/** `papo doctor`: what stands between here and a room. Nothing is joined, and nothing kept. */
export async function run(call: Call): Promise<ExitCode> {
  onSignal((exitCode) => process.exit(exitCode));
  const findings: Finding[] = [];
  for await (const finding of examine(patientOf(call))) {
    const { step, state, says } = finding;
    output.write(
      call.values.json ? jsonLine({ step, state, says }) : layOut([listed(row(finding))], process.stdout),
    );
    findings.push(finding);
  }
  const failed = findings.filter(({ state }) => state === "failed");
  if (failed.some(({ isRefused = false }) => !isRefused)) return EXIT.failed;
  return failed.length > 0 ? EXIT.refused : EXIT.fine;
}

function row({ step, state, says }: Finding): string {
  const { steps, states } = cliWords().doctor;
  return `${steps[step].padEnd(widest(steps))}  ${states[state].padEnd(widest(states))}  ${says}`;
}

function widest(words: Readonly<Record<string, string>>): number {
  return Math.max(...Object.values(words).map(({ length }) => length));
}
