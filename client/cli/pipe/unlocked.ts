import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { ask } from "../prompt/ask.ts";
import { checkedPassphrase } from "../secrets.ts";
import type { Settings } from "../settings.ts";
import { onSignal } from "../signals.ts";

/** Does something that may need the room's passphrase, and asks for it where somebody sits at a terminal. */
export async function unlocked<Result>(
  { key, keyWithheld }: Pick<Settings, "key" | "keyWithheld">,
  attempt: (key: string | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt(key);
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== EXIT.key) throw error;
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      const how = keyWithheld ?? "Give it in PAPO_KEY, or in a file by --key-file.";
      throw new Failure(EXIT.key, `${error.message} ${how}`);
    }
    process.stderr.write(
      `${[error.message, ...(keyWithheld === undefined ? [] : [keyWithheld])].join(" ")}\n`,
    );
    // So that the terminal is given back.
    onSignal((exitCode) => process.exit(exitCode));
    const given = await ask(process, { label: "Passphrase: ", secret: true });
    if (given === undefined) throw error;
    return unlocked({ key: checkedPassphrase(given, "here"), keyWithheld: undefined }, attempt);
  }
}
