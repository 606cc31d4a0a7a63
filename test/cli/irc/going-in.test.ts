import { expect, test } from "vitest";
import { IrcTrial } from "./irc-trial.ts";

const TIME = /20\d\d-\d\d-\d\d \d\d:\d\d/;

/** What a client is told in a channel, without who says it. */
const texts = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/^(?:@\S+ )?:\S+ \S+ \S+ :/, "").replace(TIME, "TIME"));

test.each<[string, string[], string[]]>([
  [
    "with a time before each for who is told none",
    [],
    ["— 2 earlier messages, since TIME UTC —", "[TIME] one", "[TIME] two", "— until here —"],
  ],
  [
    "by its own time for who is told it",
    ["server-time"],
    ["— 2 earlier messages, since TIME UTC —", "one", "two", "— until here —"],
  ],
  ["and not to who asks for it", ["server-time", "batch", "draft/chathistory"], []],
])("what was said before is told apart from what is said now, %s", async (_name, caps, told) => {
  const trial = new IrcTrial();
  const ana = await trial.person("ana");
  ana.say({ text: "one" });
  ana.say({ text: "gone" });
  ana.say({ text: "two" });
  await trial.settle();
  ana.delete(ana.recent[1]?.id ?? 0);
  await trial.settle();
  const bob = await trial.client("bob", { caps });
  await bob.say("JOIN #lobby");
  ana.say({ text: "now" });
  await trial.settle();
  expect(texts(bob.only("PRIVMSG", "NOTICE"))).toEqual([...told, "now"]);
});

test("a room where nothing was said tells nothing of that", async () => {
  const bob = await new IrcTrial().client("bob");
  await bob.say("JOIN #lobby");
  expect(bob.only("PRIVMSG", "NOTICE")).toEqual([]);
});

test.each<[string, string]>([
  ["parted", "PART #lobby"],
  ["was kicked", "KICK"],
])("who %s and comes back is told what they missed, and nothing twice", async (_name, how) => {
  const trial = new IrcTrial();
  const ana = await trial.person("ana");
  const bob = await trial.client("bob", { rooms: ["lobby"], caps: ["server-time"] });
  ana.say({ text: "heard" });
  ana.say({ text: "psst", to: "bob" });
  await bob.say("PRIVMSG ana :secret back");
  if (how === "KICK") ana.kick("bob");
  else await bob.say(how);
  await trial.settle();
  ana.say({ text: "missed" });
  await trial.settle();
  bob.take();
  await bob.say("JOIN #lobby");
  expect(texts(bob.only("PRIVMSG"))).toEqual(["missed"]);
});
