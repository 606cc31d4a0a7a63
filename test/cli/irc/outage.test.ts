import { expect, test } from "vitest";
import { IrcTrial } from "./irc-trial.ts";

test("who writes into a room that is out of reach is told so, and when it is back", async () => {
  const trial = new IrcTrial();
  const ana = await trial.client("ana", { rooms: ["lobby"] });
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  ana.take();
  await trial.breakOff();
  await bob.say("PRIVMSG #lobby :meanwhile");
  await trial.settle(9_000);
  expect(bob.take()).toEqual([]);
  await trial.settle(2_000);
  expect(bob.take()).toEqual([
    ":papo.gateway NOTICE #lobby :The room can't be reached right now. What you write waits, and is said once it can.",
  ]);
  await trial.settle(60_000);
  expect(bob.take()).toEqual([]);
  await trial.mend();
  expect(bob.take()).toEqual([":papo.gateway NOTICE #lobby :The room can be reached again."]);
  expect(ana.only("PRIVMSG")).toEqual([expect.stringMatching(/ PRIVMSG #lobby :meanwhile$/)]);
});

test("a blink is nobody's business", async () => {
  const trial = new IrcTrial();
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  await trial.breakOff();
  await trial.mend();
  expect(bob.take()).toEqual([]);
});

test.each<[string, (trial: IrcTrial) => Promise<void>, string]>([
  ["the gateway ends", () => Promise.resolve(), "This gateway ends."],
  ["it quits", (trial) => trial.settle(), "Goodbye."],
])("where %s, a client is told what was not stored", async (_name, wait, why) => {
  const trial = new IrcTrial();
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  await trial.breakOff();
  await bob.say("PRIVMSG #lobby :one", "PRIVMSG #lobby :two");
  if (why === "Goodbye.") await bob.say("QUIT");
  else void bob.service.leave(700);
  await wait(trial);
  await trial.settle(12_000);
  expect(bob.take()).toEqual([
    ...(why === "Goodbye." ? [expect.stringContaining("can't be reached")] : []),
    ":papo.gateway NOTICE #lobby :2 messages of yours were not stored.",
    `ERROR :${why} 2 messages of yours were not stored.`,
  ]);
  expect(bob.isOver).toBe(true);
  expect(trial.news.at(-1)).toMatchObject({ event: "gone", nick: "bob", lost: 2 });
});

test("nothing is lost of what waits as a client has said all", async () => {
  const trial = new IrcTrial();
  const ana = await trial.client("ana", { rooms: ["lobby"] });
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  ana.take();
  let isFinished = false;
  await bob.say(...Array.from({ length: 150 }, (_, at) => `PRIVMSG #lobby :${at}`));
  void bob.service.finish().then(() => {
    isFinished = true;
  });
  // Whoever comes back meanwhile is themselves.
  const again = trial.guest();
  await again.say("NICK bob", "USER bob 0 * :bob");
  expect(again.only("001", "433")).toEqual([expect.stringContaining(" 001 bob ")]);
  while (!isFinished) await trial.settle(1_000);
  expect(ana.only("PRIVMSG")).toHaveLength(150);
});

test.each<[string, string[], string[], string | undefined]>([
  ["before", ["AWAY :fishing"], [], "fishing"],
  ["meanwhile", [], ["AWAY :fishing"], "fishing"],
  ["no longer", ["AWAY :fishing"], ["AWAY"], undefined],
])("a room that was out of reach is told who is away: %s", async (_name, ...[before, meanwhile, away]) => {
  const trial = new IrcTrial();
  const ana = await trial.person("ana");
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  await bob.say(...before);
  await trial.breakOff();
  await bob.say(...meanwhile);
  await trial.settle(60_000);
  await trial.mend();
  await trial.settle(10_000);
  expect(ana.room.members.find(({ nick }) => nick === "bob")?.away).toBe(away);
});
