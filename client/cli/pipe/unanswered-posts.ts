import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { base64url, CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import type { Letter } from "../api.ts";
import { Failure } from "../failure.ts";
import { type Place, personDirectory } from "../identity.ts";
import { exclusively, readPrivate, writePrivate } from "../private-file.ts";
import { codeOf } from "../system-trouble.ts";

/** Milliseconds for which an unanswered post is remembered. */
const REMEMBERED = 24 * 60 * 60_000;
/** Unanswered posts of one room; beyond it the oldest are forgotten. */
const MOST = 100;

/** One message on its way to a room, under the key that makes it one however often it is sent. */
export interface Posting {
  readonly key: string;
  /** When the very same was sent and not answered (ms since 1970), if it was. */
  readonly earlier?: number;
  /** Whether a further run finds it. */
  readonly isRemembered: boolean;
  /** The room has answered: nothing is to be remembered. */
  answered(): void;
}

export interface PostingOptions {
  readonly place: Place;
  readonly token: string;
  readonly letter: Letter;
  readonly now: number;
}

/** Goes on with what an earlier run of the very same command has sent without an answer, or begins anew. */
export function openPosting({ place, token, letter, now }: PostingOptions): Posting {
  const folder = personDirectory(place);
  const fresh = { key: randomClient(), isRemembered: false, answered: () => {} };
  if (folder === undefined) return fresh;
  const posts = join(folder, "unanswered");
  try {
    return exclusively(posts, () => {
      const print = printOf(token, letter);
      const known = list(posts, now);
      const same = known.find((post) => post.print === print && !isBusy(post.pid));
      const key = same?.key ?? fresh.key;
      const at = same?.at ?? now;
      for (const old of known.slice(MOST - 1)) forget(old.file);
      const file = join(posts, `${print}.${key}`);
      writePrivate(file, `${JSON.stringify({ at, pid: process.pid })}\n`);
      return { key, isRemembered: true, answered: () => forget(file), ...(same && { earlier: same.at }) };
    });
  } catch (error) {
    // The message can be sent all the same.
    if (error instanceof Failure) return fresh;
    throw error;
  }
}

interface Post {
  readonly file: string;
  readonly print: string;
  readonly key: string;
  readonly at: number;
  /** The process that has sent it, or still does. */
  readonly pid: number;
}

/** Tells two messages apart; with the token in it, nobody can guess at the text. */
function printOf(token: string, { nick, text, to }: Letter): string {
  const hash = createHash("sha256").update(JSON.stringify([token, nick, text, to ?? null]));
  return base64url(hash.digest().subarray(0, 16));
}

/** Newest first. What is too old is forgotten. */
function list(folder: string, now: number): Post[] {
  const posts = namesIn(folder).flatMap((name): Post[] => {
    const file = join(folder, name);
    const [print = "", key = ""] = name.split(".");
    const written = parse(readPrivate(file));
    if (written === undefined || !CLIENT.test(key) || Math.abs(now - written.at) > REMEMBERED) {
      forget(file);
      return [];
    }
    return [{ file, print, key, ...written }];
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

function parse(text: string | undefined): { at: number; pid: number } | undefined {
  try {
    const json: unknown = JSON.parse(text ?? "");
    if (typeof json !== "object" || json === null || !("at" in json) || !("pid" in json)) return undefined;
    const { at, pid } = json;
    return typeof at === "number" && typeof pid === "number" ? { at, pid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process still waits for its answer: two of the same command at a time are two messages. */
function isBusy(pid: number): boolean {
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function forget(file: string): void {
  rmSync(file, { force: true });
}
