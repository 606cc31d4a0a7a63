import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { Clock } from "../../core/clock.ts";
import { isProblem, type Problem, waitOf } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import type { Failed } from "../session/kept.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Attached, formOf, keysOf } from "./attached.ts";
import type { KeptJobs, SendingJob } from "./kept-jobs.ts";
import type { UploadOutcome } from "./upload-outcome.ts";

const { files: words } = panelWords;

/** Milliseconds for which a file that is there is believed to wait for its message: a little less than it does. */
const WAITS = FILE_LIMITS.unclaimedAge - 5 * 60_000;
/** Milliseconds before the first further attempt where nobody answered; each doubles it, up to a limit. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Milliseconds of patience that a room may ask for before its person is told. */
const PATIENCE = 10 * 60_000;

/** Files that have arrived and are shown from here, at most: the newest. */
const MOST_SHOWN = 8;

/** Where the bytes lie. */
interface KeptBytes {
  /** Undefined where they are gone. */
  get(key: string): Promise<Blob | undefined>;
  remove(keys: readonly string[]): Promise<void>;
  /** They are not shown any more. */
  forget(key: string): void;
}

/** What it stands on. */
export interface SendingFilesOptions {
  chat: Pick<Chat, "state" | "outbox" | "say" | "subscribe">;
  clock: Clock;
  store: KeptBytes;
  kept: KeptJobs;
  post(
    file: Attached,
    blob: Blob,
    on: { progress(part: number): void; signal: AbortSignal },
  ): Promise<UploadOutcome>;
  /** Nobody will say these: their place on the server is for others. */
  withdraw(files: readonly Attached[]): void;
  /** What the room has refused, and how one of it goes. */
  failed(): readonly Failed[];
  discard(failed: Failed): void;
  /** Has the outbox outlive the page as it is now. */
  keep(): void;
  changed(): void;
  over: AbortSignal;
}

/**
 * Messages with files on their way to a room: each file goes up, and with the
 * last of them the message is said, which then waits in the outbox like any
 * other. Until it is stored, its bytes are kept, for the room forgets what no
 * message takes up. Any other message may go before.
 */
export class SendingFiles {
  /** How much of what is going up has gone, from 0 to 1. */
  progress = 0;
  #jobs: readonly SendingJob[];
  /** The keys of what has arrived and this page can still show, by the ids of the files. */
  readonly #arrived = new Map<string, string>();
  /** The one that is going up, and how it ends. */
  #current: { key: string; ending: AbortController } | undefined;
  #pausedUntil = 0;
  #attempts = 0;
  #cancelTimer = () => {};
  readonly #options: SendingFilesOptions;

  constructor(options: SendingFilesOptions) {
    this.#options = options;
    this.#jobs = options.kept.read();
    options.chat.subscribe((event) => this.#take(event));
    options.over.addEventListener("abort", () => {
      this.#cancelTimer();
      this.#current?.ending.abort();
    });
    this.#tidy();
    void this.#run();
  }

  /** All of them, in order: also those that the outbox has by now. */
  get jobs(): readonly SendingJob[] {
    return this.#jobs;
  }

  /** Those that the outbox has not got yet. */
  get waiting(): readonly SendingJob[] {
    return this.#jobs.filter((job) => !job.isSaid);
  }

  isGoingUp({ key }: SendingJob): boolean {
    return this.#current?.key === key;
  }

  /** Under which key this page has a file of its own; by the id that it has there, or else its key here. */
  keyOf(id: string): string | undefined {
    const all = this.#jobs.flatMap(({ files }) => files);
    const file = all.find(({ key, there }) => there?.id === id || key === id);
    return file ? formOf(file).key : this.#arrived.get(id);
  }

  /** The files of ids that this page has sent up. */
  filesOf(ids: readonly string[]): Attached[] {
    const all = this.#jobs.flatMap(({ files }) => files);
    return ids.flatMap((id) => all.find(({ there }) => there?.id === id) ?? []);
  }

  add(job: Omit<SendingJob, "at">): void {
    this.#set([...this.#jobs, { ...job, at: this.#options.clock.now() }]);
    void this.#run();
  }

  /** Tries again what was refused. */
  retry({ key }: SendingJob): void {
    this.#pausedUntil = 0;
    this.#change(key, { why: undefined });
    void this.#run();
  }

  /** Takes it out; what it has goes elsewhere, or nowhere. */
  take({ key }: SendingJob): void {
    this.#set(this.#jobs.filter((job) => job.key !== key));
    if (this.#current?.key === key) this.#current.ending.abort();
  }

  /** Takes out what the room has refused and somebody changes; its files, and their bytes, are theirs. */
  release(ids: readonly string[]): readonly Attached[] {
    const files = this.filesOf(ids);
    this.#set(this.#jobs.filter(({ files: [first] }) => !first || !files.includes(first)));
    return files;
  }

  /** Lets go of it, and of its bytes. */
  drop(job: SendingJob): void {
    this.take(job);
    void this.#options.store.remove(job.files.flatMap(keysOf));
    this.#options.withdraw(job.files);
  }

  async #run(): Promise<void> {
    const { chat, clock, over } = this.#options;
    if (this.#current) return;
    for (;;) {
      const job = this.#jobs.find(({ isSaid, why }) => !isSaid && why === undefined);
      if (!job || over.aborted || chat.state.state !== "online" || clock.now() < this.#pausedUntil) return;
      const ending = new AbortController();
      this.#current = { key: job.key, ending };
      this.progress = 0;
      try {
        if (!(await this.#send(job, ending.signal))) return;
      } finally {
        this.#current = undefined;
      }
    }
  }

  /** Sends up what is not there yet, and says it; tells whether to go on with the next. */
  async #send(job: SendingJob, signal: AbortSignal): Promise<boolean> {
    const { store, post, clock, changed } = this.#options;
    const whole = sum(job.files);
    for (const [index, file] of job.files.entries()) {
      if (file.there && clock.now() < file.there.until) continue;
      const blob = await store.get(formOf(file).key);
      if (signal.aborted) return true;
      if (!blob) {
        this.#change(job.key, { why: words.lost(file.name) });
        return true;
      }
      const before = sum(job.files.slice(0, index));
      const progress = (part: number) => {
        this.progress = (before + part * blob.size) / whole;
        changed();
      };
      const posted = await post(file, blob, { progress, signal });
      if (signal.aborted) return !this.#options.over.aborted;
      if (!("id" in posted)) return this.#notPosted(job, posted);
      this.#attempts = 0;
      const there = { id: posted.id, until: clock.now() + WAITS };
      this.#changeFiles(job.key, (each) => (each.key === file.key ? { ...each, there } : each));
    }
    this.#say(job.key);
    return true;
  }

  #notPosted({ key }: SendingJob, posted: Exclude<UploadOutcome, { id: string }>): boolean {
    if ("refused" in posted) {
      const { problem, retryAfter } = posted.refused;
      const isPassing = problem === "rate_limited" || retryAfter !== undefined;
      const wait = isPassing ? waitOf(posted.refused) : Number.POSITIVE_INFINITY;
      if (wait <= PATIENCE) this.#pause(wait);
      else this.#change(key, { why: sayProblem(posted.refused) });
      return wait > PATIENCE;
    }
    if (posted.status >= 400 && posted.status < 500) {
      this.#change(key, { why: words.notTaken });
      return true;
    }
    this.#pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempts++));
    return false;
  }

  #pause(milliseconds: number): void {
    const { clock } = this.#options;
    this.#pausedUntil = clock.now() + milliseconds;
    this.#cancelTimer();
    this.#cancelTimer = clock.setTimer(milliseconds, () => void this.#run());
  }

  #say(key: string): void {
    const { chat, keep } = this.#options;
    const job = this.#jobs.find((each) => each.key === key);
    if (!job) return;
    const result = chat.say({ ...job.saying, files: idsOf(job) });
    // First the outbox, then this: between them, the message is in both, and found by its files.
    keep();
    this.#change(key, isProblem(result) ? { why: sayProblem(result) } : { isSaid: true });
  }

  #take(event: ChatEvent): void {
    switch (event.type) {
      case "failed":
        this.#failed(event);
        break;
      case "stored":
        this.#tidy();
        break;
      case "unsure":
        // If it has arrived, its files are used up: it must not go up by itself and be there twice.
        for (const job of this.#jobs)
          if (event.entries.some((entry) => has(entry, job))) this.#change(job.key, { isAgain: true });
        break;
      case "welcomed":
        this.#pausedUntil = 0;
        this.#attempts = 0;
        void this.#run();
        break;
      default:
      // No news of what is on its way.
    }
  }

  /** Where the room has forgotten the files meanwhile, they go up once more. */
  #failed({ entry, problem }: { entry: Entry; problem: Problem }): void {
    const job = this.#jobs.find((each) => has(entry, each));
    if (!job || problem.problem !== "no_such_file" || job.isAgain) return;
    const failed = this.#options.failed().find((each) => each.entry === entry);
    if (failed) this.#options.discard(failed);
    this.#changeFiles(job.key, ({ there: _, ...file }) => file);
    this.#change(job.key, { isSaid: undefined, isAgain: true });
    void this.#run();
  }

  /** Lets go of what has arrived, or was discarded; what the outbox has, it has. */
  #tidy(): void {
    const { chat, failed, store } = this.#options;
    const entries = [...chat.outbox, ...failed().map(({ entry }) => entry)];
    const told = this.#jobs.map((job) => {
      const isThere = entries.some((entry) => has(entry, job));
      return isThere && !job.isSaid ? { ...job, isSaid: true as const } : job;
    });
    const left = told.filter((job) => !job.isSaid || entries.some((entry) => has(entry, job)));
    const gone = told.filter((job) => !left.includes(job));
    for (const file of gone.flatMap(({ files }) => files)) {
      void store.remove(keysOf(file));
      if (file.there) this.#arrived.set(file.there.id, formOf(file).key);
    }
    for (const [id, key] of [...this.#arrived].slice(0, -MOST_SHOWN)) {
      this.#arrived.delete(id);
      store.forget(key);
    }
    this.#set(left);
  }

  #changeFiles(key: string, change: (file: Attached) => Attached): void {
    const job = this.#jobs.find((each) => each.key === key);
    if (job) this.#change(key, { files: job.files.map(change) });
  }

  #change(key: string, change: Partial<SendingJob>): void {
    this.#set(this.#jobs.map((job) => (job.key === key ? { ...job, ...change } : job)));
  }

  #set(jobs: readonly SendingJob[]): void {
    this.#jobs = jobs;
    this.#options.kept.write(jobs);
    this.#options.changed();
  }
}

function idsOf({ files }: SendingJob): string[] {
  return files.flatMap(({ there }) => there?.id ?? []);
}

/** Whether an entry says what a job was to say: it has its files. */
function has({ draft }: Entry, job: SendingJob): boolean {
  const [first] = idsOf(job);
  return first !== undefined && draft.type === "say" && draft.files?.includes(first) === true;
}

function sum(files: readonly Attached[]): number {
  return files.reduce((whole, file) => whole + formOf(file).size, 0);
}
