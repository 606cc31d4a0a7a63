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
  request: async (name: string, ...[options, held]: [object, (lock: object | null) => unknown]) =>
    held("ifAvailable" in options && open.has(name) ? null : {}),
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
