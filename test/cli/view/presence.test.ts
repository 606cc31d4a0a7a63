import { describe, expect, test } from "vitest";
import { Presence, WINDOW } from "../../../client/cli/view/presence.ts";
import { cliWords } from "../../../client/cli/words/words.ts";

type Change = Parameters<Presence["take"]>[0];

function coming(nick: string): Change {
  return { type: "joined", nick, uid: `uid of ${nick}`, role: "member", at: 0 };
}
function going(nick: string): Change {
  return { type: "left", nick, uid: `uid of ${nick}`, why: "left", at: 0 };
}

describe("comings and goings", () => {
  test("are told one by one while they are few", () => {
    const presence = new Presence();
    for (let time = 0; time < 10; time++) {
      expect(presence.take(coming(`nick${time}`), time * WINDOW)).toBe("told");
    }
    expect(presence.flush()).toEqual([]);
  });

  test("are gathered once they are many, until they are told", () => {
    const presence = new Presence();
    const nicks = ["ana", "bob", "cyn", "dan", "eve", "fay", "gil", "hal", "ida", "jan", "kim", "leo"];
    const taken = nicks.map((nick) => presence.take(coming(nick), 0));
    expect(taken.filter((how) => how === "told")).toHaveLength(4);
    expect(presence.take(going("ana"), 1)).toBe("gathered");
    expect(presence.flush()).toEqual(["→ eve, fay, gil, hal, ida and 3 more joined", "← ana left"]);
    expect(presence.waiting).toBe(false);
    expect(presence.take(coming("mia"), WINDOW + 1)).toBe("told");
  });

  test("cancel each other out while gathered", () => {
    const presence = new Presence();
    for (const nick of ["ana", "bob", "cyn", "dan"]) presence.take(coming(nick), 0);
    presence.take(coming("eve"), 0);
    expect(presence.isGathered("uid of eve")).toBe(true);
    presence.take(going("eve"), 0);
    expect(presence.flush()).toEqual([]);
  });
});

test.each([
  { nicks: ["ana"], text: "ana" },
  { nicks: ["ana", "bob"], text: "ana and bob" },
  { nicks: ["ana", "bob", "cyn"], text: "ana, bob and cyn" },
  { nicks: ["a", "b", "c", "d", "e", "f"], text: "a, b, c, d, e and 1 more" },
])("a list of $nicks.length", ({ nicks, text }) => {
  expect(cliWords().view.manyJoined({ nicks, most: 5 })).toBe(`${text} joined`);
});
