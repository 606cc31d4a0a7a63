import type { SharedFile } from "../../../src/protocol/event.ts";
import { FILE_LIMITS, LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import { checkDraft } from "../../core/sending/check.ts";
import { placeInOutbox } from "../../core/sending/place.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Failure } from "../end/failure.ts";
import type { Requester } from "../net/api.ts";
import { bringFile } from "../net/bring-file.ts";
import { graphemes } from "../text/graphemes.ts";
import { fileTitle } from "../view/file-lines.ts";
import { cliWords } from "../words/words.ts";
import { chooseFile } from "./chosen-file.ts";
import { saveFiles } from "./save-files.ts";
import type { TypedPath } from "./typed-path.ts";

/** Characters of a name in the prompt. */
const BRIEF = 24;
/** An id, to measure what is said with one. */
const SOME_ID = "x".repeat(22);

export interface TransfersOptions {
  readonly requester: Requester;
  readonly key: string | undefined;
  /** The person's secret, as it is now. */
  token(): string;
  chat(): Chat;
  /** Says something of ours, once. */
  remark(sentence: string): void;
  /** What the prompt says of it has changed, or one is done. */
  changed(): void;
}

/** A file that is to be sent, and what is said with it. */
interface FileToSend {
  readonly path: string;
  readonly shown: string;
  readonly name: string;
  readonly text: string;
}

/** The files that somebody sends to a room, one after the other, and those that they save from it. */
export class Transfers {
  readonly #options: TransfersOptions;
  #queue: readonly FileToSend[] = [];
  /** Ends what is under way. */
  #stopping = new AbortController();
  #isSending = false;
  #saving = 0;
  #progress:
    | { readonly way: "sending" | "saving"; readonly name: string; readonly percent: number }
    | undefined;

  constructor(options: TransfersOptions) {
    this.#options = options;
  }

  /** What is not sent yet, by name. */
  get unsent(): readonly string[] {
    return this.#queue.map(({ name }) => name);
  }

  /** How far what is under way has come, or how much waits; "" where nothing does. */
  get status(): string {
    const words = cliWords().files;
    if (this.#progress !== undefined) return words[this.#progress.way](this.#progress);
    const { length } = this.#queue;
    return length === 0 || this.#isOnline ? "" : words.waiting(length);
  }

  /** Takes a file to be sent, now or once somebody is connected. Returns why not. */
  async send({ path, shown }: TypedPath, text: string): Promise<string | Problem | undefined> {
    const words = cliWords().files;
    const { room } = this.#options.chat();
    if (this.#isOnline && !room.features.includes("files")) return words.noFilesHere;
    if (this.#queue.length >= FILE_LIMITS.unclaimed) return words.mostWaiting(this.#queue.length);
    const problem = checkDraft({ type: "say", text, files: [SOME_ID] }, LIMITS);
    if (problem !== undefined) return problem;
    try {
      const { name, size } = await chooseFile(path, { shown, ...this.#most });
      this.#queue = [...this.#queue, { path, shown, text, name: fileTitle({ name }) }];
      if (!this.#isOnline) this.#options.remark(words.waits({ file: fileTitle({ name }), size }));
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
    this.#options.changed();
    void this.#sendNext();
    return undefined;
  }

  /** Saves the files of a message. Returns why not. */
  async save(files: readonly SharedFile[], path: string): Promise<string | undefined> {
    const words = cliWords().files;
    const { requester, remark } = this.#options;
    const { signal } = this.#stopping;
    this.#saving++;
    try {
      await saveFiles({
        requester,
        files,
        path,
        signal,
        got: (file, bytes) => this.#show("saving", fileTitle(file), bytes / file.size),
        saved: ({ size }, where) => remark(words.saved({ file: where, size })),
      });
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (error instanceof Failure) return error.message;
      throw error;
    } finally {
      this.#saving--;
      this.#hide();
    }
  }

  follow(event: ChatEvent): void {
    if (event.type === "caught_up") void this.#sendNext();
  }

  /** Stops all of it. Whether there was anything. */
  cancel(): boolean {
    const names = this.unsent;
    if (names.length === 0 && this.#saving === 0) return false;
    this.#queue = [];
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#hide();
    const { stopped, stoppedSaving } = cliWords().files;
    this.#options.remark(names.length > 0 ? stopped(names) : stoppedSaving);
    return true;
  }

  /** Nobody is there any more. */
  close(): void {
    this.#stopping.abort();
  }

  get #isOnline(): boolean {
    return this.#options.chat().state.state === "online";
  }

  /** Bytes of a file here, where the room has said so. */
  get #most(): { most?: number } {
    const { file } = this.#options.chat().room.limits;
    return file === undefined ? {} : { most: file };
  }

  async #sendNext(): Promise<void> {
    const [next] = this.#queue;
    if (next === undefined || this.#isSending || !this.#isOnline) return;
    this.#isSending = true;
    const { signal } = this.#stopping;
    const why = await this.#bring(next, signal);
    this.#isSending = false;
    this.#hide();
    // What was stopped is told, and gone; without a connection, it waits for the next.
    if (!signal.aborted && why !== "offline") {
      this.#queue = this.#queue.slice(1);
      if (why !== undefined) {
        this.#options.remark(`! ${cliWords().files.notSent({ file: next.name, why })}`);
      }
    }
    this.#options.changed();
    if (why !== "offline" || this.#isOnline) void this.#sendNext();
  }

  /** Why it is not sent, as a sentence; undefined where it is, and "offline" where it is to be tried again. */
  async #bring({ path, shown, name, text }: FileToSend, signal: AbortSignal): Promise<string | undefined> {
    const { requester, key, token, chat } = this.#options;
    try {
      if (!chat().room.features.includes("files")) return cliWords().files.noFilesHere;
      const file = await chooseFile(path, { shown, ...this.#most });
      this.#show("sending", name, 0);
      const { id } = await bringFile({
        requester,
        credentials: { token: token(), key },
        file,
        signal,
        sent: (bytes) => this.#show("sending", name, bytes / file.size),
        waits: () => {},
      });
      await placeInOutbox(chat());
      if (signal.aborted) return undefined;
      const said = chat().say({ text, files: [id] });
      return isProblem(said) ? sayProblem(said) : undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof Failure)) throw error;
      return this.#isOnline ? error.message : "offline";
    }
  }

  #show(way: "sending" | "saving", name: string, share: number): void {
    // What is on its way has not arrived.
    const percent = Math.floor(99 * Math.min(1, share));
    if (this.#progress?.name === name && this.#progress.percent === percent) return;
    const all = graphemes(name);
    const brief = all.length <= BRIEF ? name : `${all.slice(0, BRIEF - 1).join("")}…`;
    this.#progress = { way, name: brief, percent };
    this.#options.changed();
  }

  #hide(): void {
    if (this.#progress === undefined) return;
    this.#progress = undefined;
    this.#options.changed();
  }
}
