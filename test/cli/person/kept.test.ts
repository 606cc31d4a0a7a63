import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { StoppedAt } from "../../../client/cli/person/stopped-at.ts";
import { UnsentLines } from "../../../client/cli/person/unsent-lines.ts";
import { parseAddress } from "../../../client/core/address.ts";
import type { Saved } from "../../../client/core/chat.ts";
import { isProblem } from "../../../client/core/problem.ts";
import type { Entry } from "../../../client/core/sending/entry.ts";

const address = parseAddress("https://host/lobby");
if (isProblem(address)) throw new Error(address.message);
const TOKEN = "token-of-ana-and-nobody-else-----";

let state: string;
let place: { env: Record<string, string>; profile: string; address: typeof address };
let complaints: string[];

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "papo-kept-"));
  onTestFinished(() => rmSync(state, { recursive: true }));
  place = { env: { XDG_STATE_HOME: state }, profile: "default", address };
  complaints = [];
});

const complain = (sentence: string) => complaints.push(sentence);
const open = (token = TOKEN) => new UnsentLines(place, token, complain);
const stopped = (token = TOKEN) => new StoppedAt(place, token, complain);
const waiting = (key: number): Entry => ({
  key,
  draft: { type: "say", text: `line ${key}` },
  at: 1_000 + key,
  state: "waiting",
});
const sent = (key: number, cid: number): Entry => ({ ...waiting(key), state: "sent", cid });

function files(): string[] {
  return readdirSync(state, { recursive: true, encoding: "utf8" })
    .map((name) => join(state, name))
    .filter((file) => file.endsWith(".json"));
}

/** The run that has written the files has ended. */
function end(): void {
  for (const file of files()) {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    if ("pid" in kept) writeFileSync(file, JSON.stringify({ ...kept, pid: 2 ** 22 + 1, start: "never" }));
  }
}

describe("what was not sent", () => {
  test("is for its person alone, and gone once it is sent", () => {
    const unsent = open();
    unsent.keep({ outbox: [waiting(1)] }, true);
    expect(files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
    expect(unsent.isKept).toBe(true);
    unsent.keep({ outbox: [] }, false);
    expect(files()).toEqual([]);
    expect(unsent.isKept).toBe(false);
  });

  test.each<{ name: string; saved: Saved; isOffline: boolean; isSame: boolean; earlier: Saved }>([
    {
      name: "never: a new client says it, and nothing is in doubt",
      saved: { epoch: 5, heard: 9, stored: 3, outbox: [waiting(1), waiting(2)] },
      isOffline: true,
      isSame: false,
      earlier: { outbox: [waiting(1), waiting(2)] },
    },
    {
      name: "maybe: the room is asked by the same client",
      saved: { epoch: 5, after: 9, afterAt: 1, stored: 3, outbox: [sent(1, 4), waiting(2)] },
      isOffline: true,
      isSame: true,
      earlier: { epoch: 5, heard: 9, stored: 3, outbox: [sent(1, 4), waiting(2)] },
    },
    {
      name: "killed in the moment that it might have been",
      saved: { epoch: 5, stored: 0, outbox: [waiting(1)] },
      isOffline: false,
      isSame: true,
      earlier: { epoch: 5, stored: 0, outbox: [waiting(1)] },
    },
  ])("sent $name", ({ saved, isOffline, isSame, earlier }) => {
    const first = open();
    first.keep(saved, isOffline);
    end();
    const second = open();
    expect(second.earlier).toEqual(earlier);
    expect(second.client === first.client).toBe(isSame);
    // Still there, and of this run, until it is sent.
    expect(files()).toHaveLength(1);
    second.keep({ outbox: [] }, false);
    expect(files()).toEqual([]);
  });

  test("of a run that has not ended is left to it, and of another person to them", () => {
    const other = open("token-of-bob");
    other.keep({ outbox: [waiting(1)] }, true);
    end();
    // A process that runs, and isn't this one.
    open().keep({ outbox: [waiting(1)] }, true);
    for (const file of files()) {
      const kept = JSON.parse(readFileSync(file, "utf8"));
      if (kept.pid === process.pid) {
        const { start: _, ...rest } = kept;
        writeFileSync(file, JSON.stringify({ ...rest, pid: process.ppid }));
      }
    }
    expect(open().earlier).toBeUndefined();
  });

  test.each(["", "[]", "{", '{"pid":1}', "null", "\0"])("damaged (%j) is nothing", (text) => {
    open().keep({ outbox: [waiting(1)] }, true);
    end();
    for (const file of files()) writeFileSync(file, text);
    expect(open().earlier).toBeUndefined();
  });

  test("keeps all that a message has, of a newer papo too", () => {
    const newer = { ...waiting(1), draft: { type: "say", text: "hi", mood: "glad" } as const };
    open().keep({ outbox: [newer] }, true);
    end();
    expect(open().earlier?.outbox).toMatchObject([{ draft: { text: "hi", mood: "glad" } }]);
  });

  test("and can't be kept is told, once", () => {
    rmSync(state, { recursive: true });
    writeFileSync(state, "a file where a folder should be");
    const unsent = open();
    unsent.keep({ outbox: [waiting(1)] }, true);
    unsent.keep({ outbox: [waiting(1), waiting(2)] }, true);
    expect(complaints).toHaveLength(1);
    expect(unsent.isKept).toBe(false);
  });
});

describe("where somebody stopped", () => {
  test("only grows, though two terminals of theirs know of it", () => {
    const [one, two] = [stopped(), stopped()];
    one.keep({ id: 7, epoch: 1, at: 70 });
    two.keep({ id: 5, epoch: 1, at: 50 });
    expect(stopped().place).toEqual({ id: 7, epoch: 1, at: 70 });
    two.keep({ id: 9, epoch: 1 });
    one.keep({ id: 8, epoch: 1 });
    expect(stopped().place).toEqual({ id: 9, epoch: 1 });
    expect(statSync(files()[0] ?? "").mode & 0o777).toBe(0o600);
  });

  test("counts anew in another life of the room, and where the room is behind", () => {
    stopped().keep({ id: 900, epoch: 1 });
    stopped().keep({ id: 3, epoch: 2 });
    expect(stopped().place).toEqual({ id: 3, epoch: 2 });
    const restored = stopped();
    restored.forget();
    restored.keep({ id: 2, epoch: 2 });
    expect(stopped().place).toEqual({ id: 2, epoch: 2 });
  });

  test("is each person's own", () => {
    stopped().keep({ id: 7, epoch: 1 });
    expect(stopped("token-of-bob").place).toBeUndefined();
  });

  test.each(["", "7", "{", '{"id":-1,"epoch":1}', '{"id":"x","epoch":1}'])(
    "damaged (%j) is nowhere",
    (text) => {
      stopped().keep({ id: 7, epoch: 1 });
      for (const file of files()) writeFileSync(file, text);
      expect(stopped().place).toBeUndefined();
    },
  );
});
