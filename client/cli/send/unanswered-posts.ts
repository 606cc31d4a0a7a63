import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Letter } from "../../../src/protocol/http.ts";
import { base64url, CLIENT, FILE_ID, randomClient } from "../../../src/protocol/identity.ts";
import { Failure } from "../end/failure.ts";
import { type ProfileInRoom, personDirectory } from "../person/identity.ts";
import { parseFile } from "../person/parse-file.ts";
import { exclusively, readPrivate, writePrivate } from "../person/private-file.ts";
import { isRunning, RUN } from "../person/process-run.ts";

/** Milliseconds for which an unanswered post is remembered. */
const REMEMBERED = 24 * 60 * 60_000;
/** Milliseconds that one run may go on: a server may have it wait for 15 minutes, and then be tried for some seconds. */
const LONGEST_RUN = 17 * 60_000;
/** Unanswered posts of one room; beyond it the oldest are forgotten. */
const MOST = 100;

/** One message on its way to a room, under the key that makes it one however often it is sent. */
export interface Posting {
  readonly key: string;
  /** When the very same was sent and not answered (ms since 1970), if it was. */
  readonly earlier?: number;
  /** Whether a further run finds it. */
  readonly isRemembered: boolean;
  /** Ids of the files that an earlier run has brought to the room, in their order. */
  readonly files: readonly string[];
  /** So many of its files are in the room now: a further run need not send them again. */
  hasUploaded(files: readonly string[]): void;
  /** From now on nobody knows whether the room has it. */
  sends(): void;
  /** The room has answered: nothing is to be remembered. */
  answered(): void;
}

export interface PostingOptions {
  readonly place: ProfileInRoom;
  readonly token: string;
  /** In place of its files' ids, what tells their contents apart. */
  readonly letter: Letter;
  /** What the caller calls it by, which is its key. */
  readonly once?: string | undefined;
  readonly now: number;
}

/** Goes on with what an earlier run of the very same command has sent without an answer, or begins anew. */
export function openPosting({ place, token, letter, once, now }: PostingOptions): Posting {
  const folder = personDirectory(place);
  const fresh = { ...NOTHING, key: once ?? randomClient() };
  const hasFiles = letter.files !== undefined;
  // A message that its sender names can be sent again by that; but not with its files.
  if (folder === undefined || (once !== undefined && !hasFiles)) return fresh;
  const posts = join(folder, "unanswered");
  try {
    return exclusively(posts, () => {
      const print = printOf(token, letter);
      const known = list(posts, now);
      const isSame = (post: Post) => (once === undefined ? !isBusy(post, now) : post.key === once);
      const same = known.find((post) => post.print === print && isSame(post));
      const key = same?.key ?? fresh.key;
      const at = same?.at ?? now;
      for (const old of known.slice(MOST - 1)) forget(old.file);
      const file = join(posts, `${print}.${key}`);
      const keep = (more: { files?: readonly string[]; isUnsent?: boolean }) =>
        writePrivate(file, `${JSON.stringify({ at, since: now, ...RUN, ...more })}\n`);
      let files: readonly string[] = same?.files ?? [];
      let isUnsent = same === undefined ? hasFiles : same.isUnsent === true;
      keep({ ...(hasFiles && { files, isUnsent }) });
      return {
        key,
        isRemembered: true,
        get files() {
          return files;
        },
        hasUploaded(ids) {
          files = ids;
          attempt(() => keep({ files, isUnsent }));
        },
        sends() {
          if (!isUnsent) return;
          isUnsent = false;
          attempt(() => keep({ files }));
        },
        // By a name, the very same can be sent once more.
        answered: () => (once === undefined ? forget(file) : undefined),
        ...(same && !same.isUnsent && once === undefined && { earlier: same.at }),
      };
    });
  } catch (error) {
    // The message can be sent all the same.
    if (error instanceof Failure) return fresh;
    throw error;
  }
}

const NOTHING = {
  isRemembered: false,
  files: [],
  hasUploaded: () => {},
  sends: () => {},
  answered: () => {},
} satisfies Omit<Posting, "key">;

/** What can't be remembered is sent all the same. */
function attempt(keep: () => void): void {
  try {
    keep();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

const written = v.object({
  /** When it was sent first. */
  at: v.number(),
  /** When the run began that has sent it last, or still does; and which that is. */
  since: v.exactOptional(v.number()),
  pid: v.number(),
  start: v.exactOptional(v.string()),
  /** Its files that are in the room. */
  files: v.exactOptional(v.array(v.pipe(v.string(), v.regex(FILE_ID)))),
  /** Whether nothing but these was sent. */
  isUnsent: v.exactOptional(v.boolean()),
});

interface Post extends v.InferOutput<typeof written> {
  readonly file: string;
  readonly print: string;
  readonly key: string;
}

/** Tells two messages apart by all that they say; with the token in it, nobody can guess at the text. */
function printOf(token: string, { nick, text, to, ...more }: Letter): string {
  const fields = Object.entries(more).sort();
  const hash = createHash("sha256").update(JSON.stringify([token, nick, text, to ?? null, ...fields]));
  return base64url(hash.digest().subarray(0, 16));
}

/** Newest first. What is too old is forgotten. */
function list(folder: string, now: number): Post[] {
  const posts = namesIn(folder).flatMap((name): Post[] => {
    const file = join(folder, name);
    const [print = "", key = ""] = name.split(".");
    const post = parseFile(written, readPrivate(file));
    if (post === undefined || !CLIENT.test(key) || Math.abs(now - post.at) > REMEMBERED) {
      forget(file);
      return [];
    }
    return [{ file, print, key, ...post }];
  });
  return posts.sort((a, b) => b.at - a.at);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a run still waits for its answer: two of the same command at a time are two messages. */
function isBusy({ at, since = at, ...run }: Post, now: number): boolean {
  return Math.abs(now - since) <= LONGEST_RUN && isRunning(run);
}

function forget(file: string): void {
  rmSync(file, { force: true });
}
