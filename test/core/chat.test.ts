import { expect, test } from "vitest";
import { Trial } from "../support/trial.ts";

test("§5 what is typed offline goes out once, in order", () => {
  const trial = new Trial();
  const ana = trial.chat("ana");
  const bob = trial.chat("bob");
  trial.settle();
  ana.chat.say({ text: "one" });
  trial.settle();
  trial.cut();
  ana.chat.say({ text: "two" });
  ana.chat.say({ text: "three" });
  trial.settle(10_000);
  expect(trial.room.messages.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  expect(ana.texts).toEqual(["one", "two", "three"]);
  expect(bob.texts).toEqual(["one", "two", "three"]);
  expect(ana.chat.outbox).toEqual([]);
});
