import type { Saying } from "../../../src/protocol/command.ts";
import type { RoomHttp } from "../../core/http/room-http.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { onSignal } from "../end/signals.ts";
import type { ChosenFile } from "../files/chosen-file.ts";
import { KeyReused, met, openRoom, Unanswered } from "../net/api.ts";
import { loadToken } from "../person/identity.ts";
import { unlocked } from "../pipe/unlocked.ts";
import { type ClientSettings, nickOf } from "../shell/settings.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { printsOf } from "./enclosed.ts";
import { postWithFiles } from "./post-files.ts";
import { openPosting, type Posting } from "./unanswered-posts.ts";

export interface PostOptions extends Omit<Saying, "files"> {
  readonly settings: ClientSettings;
  readonly files: readonly ChosenFile[];
  /** What the caller calls this message by, to have it stored once. */
  readonly once?: string | undefined;
}

/** Sends one message by HTTP, which nobody sees joining. However it ends, it says what is known. */
export async function sendByHttp({ settings, files, once, ...saying }: PostOptions): Promise<ExitCode> {
  const nick = nickOf(settings);
  const token = loadToken(settings, nick);
  const letter = { nick, ...saying };
  const prints = files.length > 0 && { files: await printsOf(files) };
  const posting = openPosting({
    place: settings,
    token,
    letter: { ...letter, ...prints },
    once,
    now: Date.now(),
  });
  if (posting.earlier !== undefined) {
    remark(cliWords().send.goingOn(clock(posting.earlier)));
  }

  let room: RoomHttp | undefined;
  onSignal((exitCode) => {
    if (room?.mayBeStored || posting.earlier !== undefined) {
      process.stderr.write(`papo: ${unknown(posting, once)}\n`);
    } else {
      letGo(posting);
      process.stderr.write(`papo: ${cliWords().send.notSent}\n`);
    }
    process.exit(exitCode);
  });
  try {
    await unlocked(settings, async (key) => {
      room = openRoom(settings, { key, token });
      const credentials = { key, token };
      met(await postWithFiles({ room, requester: settings, credentials, letter, files, posting }));
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isUnknown = error instanceof Unanswered || posting.earlier !== undefined;
    if (isUnknown) {
      const told = { why: error.message, outcome: unknown(posting, once) };
      throw new Failure(error.exitCode, cliWords().send.unanswered(told));
    }
    if (error.exitCode === EXIT.failed) letGo(posting);
    else posting.answered();
    if (error instanceof KeyReused && once !== undefined) {
      throw new Failure(error.exitCode, cliWords().send.onceTaken(once));
    }
    throw error;
  }
  posting.answered();
  return EXIT.fine;
}

/** The message was not sent; but files of it may be in the room, and need not be sent once more. */
function letGo(posting: Posting): void {
  if (posting.files.length === 0) posting.answered();
}

/** What to do where nobody knows whether a message is stored. */
function unknown({ key, isRemembered }: Posting, once: string | undefined): string {
  const { send } = cliWords();
  return once !== undefined || isRemembered ? send.unknown : send.unknownBut(key);
}

/** `14:05`, in the local time. */
function clock(ms: number): string {
  return new Date(ms).toTimeString().slice(0, "HH:MM".length);
}
