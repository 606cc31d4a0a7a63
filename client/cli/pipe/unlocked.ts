import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { onSignal } from "../end/signals.ts";
import { checkedPassphrase } from "../person/secrets.ts";
import { ask } from "../prompt/ask.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";

/** Does something that may need the room's passphrase, and asks for it where somebody sits at a terminal. */
export async function unlocked<Result>(
  { key, keyWithheld }: Pick<ClientSettings, "key" | "keyWithheld">,
  attempt: (key: string | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt(key);
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== EXIT.key) throw error;
    const { end, talk, person } = cliWords();
    const withheld = keyWithheld === undefined ? undefined : end.keyWithheld(keyWithheld);
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      throw new Failure(EXIT.key, withheld ?? end.giveKey(error.message));
    }
    process.stderr.write(`${withheld ?? error.message}\n`);
    // So that the terminal is given back.
    onSignal((exitCode) => process.exit(exitCode));
    const given = await ask(process, { label: talk.passphrase, secret: true });
    if (given === undefined) throw error;
    const checked = checkedPassphrase(given, person.noPassphraseTyped);
    return unlocked({ key: checked, keyWithheld: undefined }, attempt);
  }
}
