import { beforeEach, describe, expect, test, vi } from "vitest";
import { claimKept } from "../../client/web/session/claim.ts";
import { freshKept, readBegun, writeBegun, writeKept } from "../../client/web/session/kept.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
}

/** The names of clients whose tabs are open. */
const open = new Set<string>();

const locks = {
  /** Whoever would have to wait has lost patience. */
  async request(name: string, ...[options, held]: [object, (lock: object | null) => unknown]) {
    const isTaken = open.has(name);
    if (!("ifAvailable" in options)) {
      if (isTaken) throw new Error("aborted");
      open.add(name);
    }
    return held(isTaken ? null : {});
  },
};

beforeEach(() => {
  open.clear();
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("navigator", { locks });
});

const half = { drafts: { "": { text: "half a thought" }, b: { text: "for bob" } } };
const [other, own] = [freshKept().client, freshKept().client];

describe("a tab that comes to a room", () => {
  test("goes on with what was begun in one that is closed, and to nobody in particular", async () => {
    writeBegun("dev", { client: other, composer: { ...half, to: { uid: "b", nick: "bob" } } });
    expect((await claimKept("dev")).composer).toEqual({ ...half, to: undefined });
    expect((await claimKept("ops")).composer).toEqual({ drafts: {} });
  });

  test("takes nothing from one that is open", async () => {
    writeBegun("dev", { client: other, composer: half });
    open.add(`papo:${other}`);
    expect((await claimKept("dev")).composer).toEqual({ drafts: {} });
  });

  test("as a copy of an open one has another name, which is its own, and what was being written", async () => {
    const { client, composer } = { ...freshKept(), composer: half };
    writeKept("dev", { ...freshKept(), client, composer });
    open.add(`papo:${client}`);
    const copy = await claimKept("dev");
    expect(copy).toMatchObject({ composer, saved: {} });
    expect(open).toEqual(new Set([`papo:${client}`, `papo:${copy.client}`]));
    // Nor does a copy of the copy go by that.
    writeKept("dev", { ...freshKept(), client: copy.client });
    vi.resetModules();
    const { claimKept: another } = await import("../../client/web/session/claim.ts");
    expect((await another("dev")).client).not.toBe(copy.client);
  });

  test("has what it kept itself, if that is nothing, too", async () => {
    writeBegun("dev", { client: other, composer: half });
    writeKept("dev", { ...freshKept(), client: own });
    expect(await claimKept("dev")).toMatchObject({ client: own, composer: { drafts: {} } });
  });
});

describe("what was begun", () => {
  test("is taken away by whoever sends it, and by nobody else", () => {
    writeBegun("dev", { client: other, composer: half });
    writeBegun("dev", { client: own, composer: { drafts: { "": { text: "" } } } });
    expect(readBegun("dev")).toEqual({ client: other, composer: half });
    writeBegun("dev", { client: other, composer: { drafts: {} } });
    expect(readBegun("dev")).toBeUndefined();
  });

  test.each(["", "null", "[]", '{"client":"../..","composer":{"drafts":{}}}', '{"client":"x"}'])(
    "is nothing where somebody else wrote %j",
    (json) => {
      localStorage.setItem("papo:begun:dev", json);
      expect(readBegun("dev")).toBeUndefined();
    },
  );
});
