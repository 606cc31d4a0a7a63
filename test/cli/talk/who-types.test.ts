import { expect, test } from "vitest";
import { WhoTypes } from "../../../client/cli/talk/who-types.ts";
import { FakeClock } from "../../support/fake-clock.ts";

function trial(ignored: string[] = []) {
  const clock = new FakeClock();
  const shown: string[] = [];
  const typing = new WhoTypes({
    clock,
    ignored: new Map(ignored.map((uid) => [uid, uid])),
    show: (aside) => void shown.push(aside),
  });
  const begin = (nick: string) => typing.follow({ type: "typing", nick, uid: `uid of ${nick}` });
  return { clock, shown, typing, begin };
}

test("who types is shown until they no longer do", () => {
  const { clock, shown, begin } = trial();
  begin("bob");
  clock.advance(4_000);
  begin("bob");
  clock.advance(4_000);
  expect(shown).toEqual(["bob is typing", "bob is typing"]);
  clock.advance(1_000);
  expect(shown.at(-1)).toBe("");
});

test("several are named up to two", () => {
  const { shown, begin } = trial();
  for (const nick of ["bob", "eve", "carl"]) begin(nick);
  expect(shown).toEqual(["bob is typing", "bob and eve are typing", "several are typing"]);
});

test("what was written ends it, and so does going, or being offline", () => {
  const { clock, shown, typing, begin } = trial();
  for (const nick of ["bob", "eve", "carl"]) begin(nick);
  const of = (nick: string) => ({ nick, uid: `uid of ${nick}` });
  typing.follow({ type: "message", id: 1, at: 1, text: "hi", own: false, replayed: false, ...of("carl") });
  typing.follow({ type: "left", at: 1, why: "left", ...of("eve") });
  typing.follow({ type: "state", state: { state: "waiting", until: 1, attempt: 1 } });
  expect(shown.slice(3)).toEqual(["bob and eve are typing", "bob is typing", ""]);
  expect(clock.pending).toBe(0);
});

test("who is ignored types unseen", () => {
  const { shown, begin } = trial(["uid of bob"]);
  begin("bob");
  expect(shown).toEqual([]);
});
