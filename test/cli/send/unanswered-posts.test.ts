import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ProfileInRoom, personDirectory } from "../../../client/cli/person/identity.ts";
import { runOf } from "../../../client/cli/person/process-run.ts";
import { openPosting } from "../../../client/cli/send/unanswered-posts.ts";
import { parseAddress } from "../../../client/core/address.ts";
import { isProblem } from "../../../client/core/problem.ts";
import type { Letter } from "../../../src/protocol/http.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-posts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(): ProfileInRoom {
  const address = parseAddress("https://host/lobby");
  if (isProblem(address)) throw new Error(address.message);
  return { env: { XDG_STATE_HOME: folder }, profile: "default", address };
}

const MINUTE = 60_000;
const SENT = 1_800_000_000_000;
const letter = { nick: "robot", text: "hello" };
const post = (now: number, more: Partial<Letter> = {}) =>
  openPosting({ place: place(), token: "t".repeat(32), letter: { ...letter, ...more }, now });

/** Has the remembered post be another run's. */
function leaveTo(run: object): void {
  const posts = join(personDirectory(place()) ?? "", "unanswered");
  const file = join(posts, readdirSync(posts)[0] ?? "");
  const { at, since } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ at, since, ...run }));
}

/** Alive, and none of ours. */
const alive = runOf(process.ppid);

describe("an unanswered post is gone on with", () => {
  test.each<{ name: string; run: object; after: number; same: boolean }>([
    { name: "by the next run", run: { pid: 2 ** 30 }, after: 1, same: true },
    { name: "not while its own run still waits", run: alive, after: 15 * MINUTE, same: false },
    { name: "where no run can wait any more", run: alive, after: 20 * MINUTE, same: true },
    { name: "where its pid is another run's now", run: { ...alive, start: "x.1" }, after: 1, same: true },
    { name: "not where nobody can tell these", run: { pid: process.ppid }, after: 1, same: false },
    { name: "where the clock was set back", run: alive, after: -20 * MINUTE, same: true },
    { name: "not after a day", run: { pid: 2 ** 30 }, after: 25 * 60 * MINUTE, same: false },
  ])("$name", ({ run, after, same }) => {
    const { key } = post(SENT);
    leaveTo(run);
    const again = post(SENT + after);
    expect([again.key === key, again.earlier]).toEqual(same ? [true, SENT] : [false, undefined]);
  });

  test.each<Partial<Letter>>([{ text: "Hello" }, { nick: "other" }, { to: "ana" }, { re: 1 }, { me: true }])(
    "never with another message: %j",
    (fields) => {
      post(SENT);
      leaveTo({ pid: 2 ** 30 });
      expect(post(SENT + 1, fields).earlier).toBeUndefined();
    },
  );

  test("for as long as the run that goes on with it", () => {
    const { key } = post(SENT);
    expect(post(SENT + 60 * MINUTE).key).toBe(key);
    leaveTo(alive);
    expect(post(SENT + 70 * MINUTE).key).not.toBe(key);
  });
});

describe("files of a message", () => {
  const IDS = ["a".repeat(22), "b".repeat(22)];
  const files = ["print one.png", "print two.png"];
  const open = (more: { once?: string; files?: string[] } = {}) =>
    openPosting({
      ...{ place: place(), token: "t".repeat(32), now: SENT, once: more.once },
      letter: { ...letter, files: more.files ?? files },
    });
  const killed = () =>
    leaveTo({ pid: 2 ** 30, files: JSON.parse(kept()).files, isUnsent: JSON.parse(kept()).isUnsent });
  const kept = () => {
    const posts = join(personDirectory(place()) ?? "", "unanswered");
    return readFileSync(join(posts, readdirSync(posts)[0] ?? ""), "utf8");
  };

  test("are brought once, over runs; what was not sent is not in doubt", () => {
    open().hasUploaded(IDS.slice(0, 1));
    killed();
    const again = open();
    expect(again.files).toEqual(IDS.slice(0, 1));
    expect(again.earlier).toBeUndefined();
    again.hasUploaded(IDS);
    again.sends();
    killed();
    const third = open();
    expect([third.files, third.earlier, third.key]).toEqual([IDS, SENT, again.key]);
    third.answered();
    expect(open().files).toEqual([]);
  });

  test("are other files with another content", () => {
    open().hasUploaded(IDS);
    killed();
    expect(open({ files: ["print one.png", "other two.png"] }).files).toEqual([]);
  });

  test("are known by a name of the caller's, also once that is answered", () => {
    const first = open({ once: "build-42" });
    expect(first.key).toBe("build-42");
    first.hasUploaded(IDS);
    first.sends();
    first.answered();
    const again = open({ once: "build-42" });
    expect([again.files, again.earlier, again.key]).toEqual([IDS, undefined, "build-42"]);
    expect(open({ once: "build-43" }).files).toEqual([]);
  });
});
