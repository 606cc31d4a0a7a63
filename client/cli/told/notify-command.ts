import type { ChildProcess } from "node:child_process";
import { type Clock, systemClock } from "../../core/clock.ts";
import { codeOf } from "../end/system-trouble.ts";
import type { Environment } from "../person/directories.ts";
import { withoutSecrets } from "../person/without-secrets.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import type { CallNotice } from "./call-notice.ts";

/** Milliseconds after which a program that was to tell something is stopped. */
const LONGEST = 10_000;
/** Milliseconds from one start of it to the next. */
const APART = 2_000;

export interface NotifyCommandOptions {
  /** The program, and what stands behind it. No shell reads that. */
  readonly command: readonly string[];
  readonly env: Environment;
  readonly clock?: Clock;
  /** Told once why it can't be done. */
  complain(sentence: string): void;
}

/** A program of one's own that is told of each call: one at a time, and of many at once of the newest. */
export class NotifyCommand {
  readonly #options: NotifyCommandOptions;
  #isBusy = false;
  #next: CallNotice | undefined;
  #hasComplained = false;
  readonly #ending = new AbortController();

  constructor(options: NotifyCommandOptions) {
    this.#options = options;
  }

  /** Ends what runs: it has nobody to tell for any more. */
  close(): void {
    this.#next = undefined;
    this.#ending.abort();
  }

  async tell(notice: CallNotice): Promise<void> {
    this.#next = notice;
    if (this.#isBusy || this.#ending.signal.aborted) return;
    this.#isBusy = true;
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      await Promise.all([this.#run(next), this.#pause()]);
    }
    this.#isBusy = false;
  }

  #take(): CallNotice | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  async #run(notice: CallNotice): Promise<void> {
    const { told } = cliWords();
    const [program = "", ...args] = this.#options.command;
    const command = shown(program);
    try {
      const { status, signal } = await runWith({
        ...{ program, args, notice, env: this.#options.env },
        ending: this.#ending.signal,
      });
      if (signal !== null) this.#complain(told.tooLong(command));
      else if (status !== 0) this.#complain(told.hasFailed({ command, status }));
    } catch (error) {
      this.#complain(told.cannotRun({ command, code: codeOf(error) }));
    }
  }

  #pause(): Promise<void> {
    const { clock = systemClock } = this.#options;
    return new Promise((resolve) => clock.setTimer(APART, resolve));
  }

  #complain(sentence: string): void {
    if (!this.#hasComplained && !this.#ending.signal.aborted) this.#options.complain(sentence);
    this.#hasComplained = true;
  }
}

interface NotifyRun extends Pick<NotifyCommandOptions, "env"> {
  readonly program: string;
  readonly args: readonly string[];
  readonly notice: CallNotice;
  readonly ending: AbortSignal;
}

/** Out of the terminal's session, and with nothing of it: what it writes is seen by nobody. */
async function runWith({
  program,
  args,
  notice,
  env,
  ending,
}: NotifyRun): Promise<{ status: number; signal: string | null }> {
  const { spawn } = await import("node:child_process");
  if (ending.aborted) return { status: 0, signal: null };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...withoutSecrets(env), ...variablesOf(notice) },
      stdio: ["pipe", "ignore", "ignore"],
      detached: process.platform !== "win32",
      timeout: LONGEST,
      windowsHide: true,
    });
    const stop = () => end(child);
    ending.addEventListener("abort", stop);
    child.on("error", reject).on("close", (status, signal) => {
      ending.removeEventListener("abort", stop);
      resolve({ status: status ?? 0, signal });
    });
    // It may read nothing.
    child.stdin.on("error", () => {});
    child.stdin.end(`${notice.text}\n`);
  });
}

/** With all that it has started itself, where the system knows of such families. */
function end(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {}
}

function variablesOf({ room, nick, text, head, isPrivate }: CallNotice): Record<string, string> {
  return {
    PAPO_ROOM: room,
    PAPO_NICK: nick,
    PAPO_TEXT: text,
    PAPO_TITLE: head,
    PAPO_PRIVATE: isPrivate ? "1" : "",
  };
}
