import { closeSync, existsSync, fstatSync, readdirSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { exclusively } from "../person/private-file.ts";
import { cliWords } from "../words/words.ts";
import type { LogEntry } from "./log-entry.ts";
import { keepFolder, openLog } from "./log-file.ts";

/** Milliseconds after which what has happened is written. */
const SOON = 1_000;
const DAY = 86_400_000;
/** Lines that wait while nothing can be written. */
const MOST = 10_000;
/** Files of which it is remembered what stands in them: others are of days that are read again where they come. */
const OPEN_DAYS = 3;
const NEWLINE = 0x0a;
const FILE = /^(\d{4}-\d{2}-\d{2})\.log$/;
/** The moment and the number that begin a line. */
const KEY = /^\S+ #\d+(?= )/gm;

export interface KeptLogOptions {
  readonly folder: string;
  /** For how many days a line is kept. */
  readonly days: number;
  now(): number;
  /** Told once why it can't be kept. */
  complain(sentence: string): void;
}

/** What is known of a file. */
interface Known {
  readonly keys: Set<string>;
  /** Bytes that were read. */
  size: number;
}

/**
 * What was said in a room, in a file a day (UTC), for its owner alone. However
 * many terminals write it, and whatever is told again after a reconnect, each
 * line stands there once: what others have written meanwhile is read before.
 */
export class KeptLog {
  readonly #options: KeptLogOptions;
  readonly #days = new Map<string, Known>();
  #waiting: LogEntry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sweptOn = "";
  #hasComplained = false;

  constructor(options: KeptLogOptions) {
    this.#options = options;
  }

  add(entry: LogEntry): void {
    if (dayOf(entry.at) < this.#oldest) return;
    this.#waiting.push(entry);
    if (this.#waiting.length > MOST) this.#waiting.shift();
    this.#timer ??= setTimeout(() => this.close(), SOON).unref();
  }

  /** Writes what waits now. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const days = new Set(this.#waiting.map(({ at }) => dayOf(at)));
    try {
      keepFolder(this.#options.folder);
      for (const day of days) {
        this.#write(
          day,
          this.#waiting.filter(({ at }) => dayOf(at) === day),
        );
      }
      this.#waiting = [];
      this.#sweep();
    } catch (error) {
      this.#tell(error);
    }
  }

  get #oldest(): string {
    return dayOf(this.#options.now() - this.#options.days * DAY);
  }

  #write(day: string, entries: readonly LogEntry[]): void {
    const file = join(this.#options.folder, `${day}.log`);
    exclusively(file, () => {
      const descriptor = openLog(file);
      try {
        const { keys, isTorn } = this.#read(descriptor, day);
        const missing = new Map(
          entries.flatMap(({ key, text }) => (keys.has(key) ? [] : [[key, text] as const])),
        );
        const lines = [...missing.values()].map((text) => `${text}\n`);
        if (lines.length === 0) return;
        const bytes = Buffer.from(`${isTorn ? "\n" : ""}${lines.join("")}`);
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      } finally {
        closeSync(descriptor);
      }
    });
  }

  /** Reads what was written since. `isTorn`: there is half a line at its end, of a process that was killed. */
  #read(descriptor: number, day: string): { keys: ReadonlySet<string>; isTorn: boolean } {
    const { size } = fstatSync(descriptor);
    const before = this.#days.get(day);
    const known = before === undefined || before.size > size ? { keys: new Set<string>(), size: 0 } : before;
    const bytes = Buffer.alloc(size - known.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, known.size + length);
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    for (const [key] of bytes.toString("utf8", 0, end).matchAll(KEY)) known.keys.add(key);
    known.size += end;
    this.#days.delete(day);
    this.#days.set(day, known);
    for (const oldest of [...this.#days.keys()].slice(0, -OPEN_DAYS)) this.#days.delete(oldest);
    return { keys: known.keys, isTorn: end < bytes.length };
  }

  /** Takes away what is too old, once a day. */
  #sweep(): void {
    const today = dayOf(this.#options.now());
    if (today === this.#sweptOn) return;
    this.#sweptOn = today;
    const { folder } = this.#options;
    // Where nothing was ever said, there is no folder, and nothing is too old.
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const day = FILE.exec(name)?.[1];
      if (day !== undefined && day < this.#oldest) rmSync(join(folder, name), { force: true });
    }
  }

  #tell(error: unknown): void {
    const why = error instanceof Failure ? error.message : cliWords().log.cannotWrite(codeOf(error));
    if (!this.#hasComplained) this.#options.complain(cliWords().log.notKept(why));
    this.#hasComplained = true;
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, "2026-11-26".length);
}
