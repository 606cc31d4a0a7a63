import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { NotInvited } from "../net/api.ts";
import { checkedPassphrase } from "../person/secrets.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { sayLine } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { askForPass, askUnseen, isAtTerminal } from "./at-terminal.ts";

type KeySettings = Pick<ClientSettings, "address" | "key" | "keyWithheld" | "pass">;

/** Does something that may need an invitation, or the room's passphrase, and asks for it where somebody sits at a terminal. */
export async function unlocked<Result>(
  settings: KeySettings,
  attempt: (key: string | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt(settings.key);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error instanceof NotInvited) await invited(settings, error);
    else if (error.exitCode !== EXIT.key) throw error;
    else return unlocked({ ...settings, ...(await passphrase(settings, error)) }, attempt);
    return unlocked(settings, attempt);
  }
}

async function invited(settings: KeySettings, error: NotInvited): Promise<void> {
  if (!isAtTerminal()) throw new Failure(error.exitCode, cliWords().end.giveLink(error.message));
  sayLine(error.message);
  if (!(await askForPass(settings))) throw new Failure(EXIT.refused, cliWords().end.notInvited);
}

async function passphrase(
  { keyWithheld }: KeySettings,
  error: Failure,
): Promise<Pick<KeySettings, "key" | "keyWithheld">> {
  const { end } = cliWords();
  const withheld = keyWithheld === undefined ? undefined : end.keyWithheld(keyWithheld);
  if (!isAtTerminal()) throw new Failure(EXIT.key, withheld ?? end.giveKey(error.message));
  sayLine(withheld ?? error.message);
  const given = await askUnseen(cliWords().talk.passphrase);
  if (given === undefined) throw error;
  return {
    key: checkedPassphrase(given, cliWords().person.noPassphraseTyped),
    keyWithheld: undefined,
  };
}
