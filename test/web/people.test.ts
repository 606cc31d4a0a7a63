import { expect, test } from "vitest";
import { groupsOf } from "../../client/web/model/people.ts";
import type { Member } from "../../src/protocol/event.ts";

const person = (nick: string, role: Member["role"] = "member"): Member => ({
  nick,
  uid: `uid-${nick}`,
  role,
});

test("people stand by role, owners first, and by name, with numbers in their order", () => {
  const members = [
    person("user10"),
    person("Émile"),
    person("user2"),
    person("zoe", "owner"),
    person("bob", "mod"),
    person("frank"),
    person("ana", "mod"),
  ];
  const groups = groupsOf(members, 100).map(({ role, count, members: its }) => [
    role,
    count,
    its.map(({ nick }) => nick),
  ]);
  expect(groups).toEqual([
    ["owner", 1, ["zoe"]],
    ["mod", 2, ["ana", "bob"]],
    ["member", 4, ["Émile", "frank", "user2", "user10"]],
  ]);
});

test("no more are shown than are to be, and all are counted", () => {
  const members = Array.from({ length: 1_000 }, (_, at) => person(`user${at}`, at < 3 ? "mod" : "member"));
  const shown = groupsOf(members, 200).map(({ count, members: its }) => [count, its.length]);
  expect(shown).toEqual([
    [3, 3],
    [997, 197],
  ]);
});

test("a list that has stayed the same is not sorted again", () => {
  let asked = 0;
  const members = Array.from({ length: 1_000 }, (_, at) => ({
    ...person(""),
    get nick() {
      asked++;
      return `user${at}`;
    },
  }));
  groupsOf(members, 200);
  const first = asked;
  expect(first).toBeGreaterThan(0);
  groupsOf(members, 200);
  expect(asked).toBe(first);
});
