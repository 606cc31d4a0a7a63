import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { onSignal } from "../end/signals.ts";
import { Api, KeyReused, type Letter, Unanswered } from "../net/api.ts";
import { loadToken } from "../person/identity.ts";
import { unlocked } from "../pipe/unlocked.ts";
import { type ClientSettings, nickOf } from "../shell/settings.ts";
import { openPosting, type Posting } from "./unanswered-posts.ts";

export interface PostOptions {
  readonly settings: ClientSettings;
  readonly to?: string;
  readonly text: string;
  /** What the caller calls this message by, to have it stored once. */
  readonly once?: string | undefined;
}

/** Sends one message by HTTP, which nobody sees joining. However it ends, it says what is known. */
export async function post({ settings, once, ...message }: PostOptions): Promise<ExitCode> {
  const { address } = settings;
  const nick = nickOf(settings);
  const token = loadToken(settings, nick);
  const letter: Letter = { nick, ...message };
  const posting =
    once === undefined ? openPosting({ place: settings, token, letter, now: Date.now() }) : named(once);
  if (posting.earlier !== undefined) {
    process.stderr.write(
      `papo: Going on with this message as it was sent at ${clock(posting.earlier)}, for nobody has answered then.\n`,
    );
  }

  let api: Api | undefined;
  onSignal((exitCode) => {
    if (api?.mayBeStored || posting.earlier !== undefined) {
      process.stderr.write(`papo: ${unknown(posting, once)}\n`);
    } else {
      posting.answered();
      process.stderr.write("papo: The message was not sent.\n");
    }
    process.exit(exitCode);
  });
  try {
    await unlocked(settings, (key) => {
      api = new Api({ address, key, token });
      return api.post(letter, posting.key);
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isUnknown = error instanceof Unanswered || posting.earlier !== undefined;
    if (isUnknown) throw new Failure(error.exitCode, `${error.message} ${unknown(posting, once)}`);
    posting.answered();
    if (error instanceof KeyReused && once !== undefined) {
      throw new Failure(
        error.exitCode,
        `This message was not sent: another one was, with --once ${once}. Give each message an ID of its own.`,
      );
    }
    throw error;
  }
  posting.answered();
  return EXIT.fine;
}

/** A message that its sender names can be sent again by that. */
function named(key: string): Posting {
  return { key, isRemembered: false, answered: () => {} };
}

/** What to do where nobody knows whether a message is stored. */
function unknown({ key, isRemembered }: Posting, once: string | undefined): string {
  const again =
    once !== undefined || isRemembered
      ? "Run the very same command again within a day"
      : `Run it again within a day, with --once ${key}`;
  return `It is not known whether the message was stored. ${again}: it is stored once.`;
}

/** `14:05`, in the local time. */
function clock(ms: number): string {
  return new Date(ms).toTimeString().slice(0, "HH:MM".length);
}
