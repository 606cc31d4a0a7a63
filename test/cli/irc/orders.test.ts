import { describe, expect, test } from "vitest";
import { IrcTrial } from "./irc-trial.ts";

/** What stands before a person's nickname, as a client has it of what they say. */
async function uidOfSender(trial: IrcTrial, nick: string, room = "lobby"): Promise<string> {
  const witness = await trial.client("witness", { rooms: [room], caps: ["userhost-in-names"] });
  await witness.say(`NAMES #${room}`);
  const names = witness.take().join("\n");
  await witness.say("QUIT");
  return new RegExp(`${nick}!(\\S+?)@`).exec(names)?.[1] ?? "";
}

describe("a mod bans as irssi does", () => {
  test("by the end of a user's name, whoever is there", async () => {
    const trial = new IrcTrial();
    const mod = await trial.client("mod", { rooms: ["lobby"] });
    await trial.person("bob");
    const uid = await uidOfSender(trial, "bob");
    mod.take();
    await mod.say(`MODE #lobby +b *!*${uid.slice(-10)}@localhost`, "KICK #lobby bob :enough");
    const told = mod.take();
    expect(told).toEqual([
      expect.stringMatching(` MODE #lobby \\+b bob!${uid}@\\*$`),
      expect.stringMatching(/ KICK #lobby bob :/),
    ]);
  });

  test("and who was there, and has gone", async () => {
    const trial = new IrcTrial();
    const mod = await trial.client("mod", { rooms: ["lobby"] });
    const bob = await trial.person("bob");
    const uid = await uidOfSender(trial, "bob");
    void bob.leave();
    await trial.settle();
    mod.take();
    await mod.say(`MODE #lobby +b *!*${uid.slice(-10)}@localhost`);
    expect(mod.take()).toEqual([expect.stringMatching(` MODE #lobby \\+b bob!${uid}@\\*$`)]);
    await mod.say("MODE #lobby b");
    expect(mod.only("367")).toEqual([expect.stringContaining(`!${uid}@*`)]);
    await mod.say(`MODE #lobby -b *!${uid}@*`);
    expect(mod.take()).toEqual([expect.stringMatching(` MODE #lobby -b \\S+!${uid}@\\*$`)]);
  });

  test("by the name that another client of the gateway gives, which may be one's own, too", async () => {
    const trial = new IrcTrial();
    const mod = await trial.client("mod", { rooms: ["lobby"] });
    const bob = trial.guest("bob");
    await bob.say("NICK bob", "USER mod 0 * :bob", "JOIN #lobby");
    mod.take();
    await mod.say("MODE #lobby +b *!*mod@localhost");
    expect(mod.only("KICK")).toEqual([expect.stringMatching(/ KICK #lobby bob :/)]);
  });

  test("and a mask of many is refused", async () => {
    const mod = await new IrcTrial().client("mod", { rooms: ["lobby"] });
    await mod.say("MODE #lobby +b *!*@*.example.org");
    expect(mod.take()).toEqual([expect.stringMatching(/ 696 mod #lobby b /)]);
  });
});

const LONG = "x".repeat(300);

test.each<[string, string, RegExp]>([
  ["a reason with a colour", "KICK #lobby bob :too \x0304loud\x03", / KICK #lobby bob :too loud$/],
  ["one that is too long", `KICK #lobby bob :${LONG}`, / KICK #lobby bob :x{200}$/],
  ["one of colours alone", "KICK #lobby bob :\x02\x03", / KICK #lobby bob :mod$/],
  ["a topic with a colour and a bell", "TOPIC #lobby :\x02new\x07\x0f", / TOPIC #lobby :new$/],
  ["one that is too long", `TOPIC #lobby :${LONG}`, / TOPIC #lobby :x{200}$/],
])("%s is made fit", async (_name, line, told) => {
  const trial = new IrcTrial();
  const mod = await trial.client("mod", { rooms: ["lobby"] });
  await trial.client("bob", { rooms: ["lobby"] });
  mod.take();
  await mod.say(line);
  expect(mod.take()).toEqual([expect.stringMatching(told)]);
});

test.each<[string, string, RegExp, RegExp]>([
  ["parts", "PART #lobby :\x0304bye\x03", /^:bob!bob\S+ PART #lobby :bye$/, / PART #lobby :bye$/],
  ["quits", `QUIT :${LONG}`, /^ERROR :Goodbye\.$/, / QUIT :x{200}$/],
  ["is away", "AWAY :\x02lunch\x02", / 306 bob /, / AWAY lunch$/],
])("the reason of who %s is made fit, too", async (_name, ...[line, own, others]) => {
  const trial = new IrcTrial();
  const ana = await trial.client("ana", { rooms: ["lobby"], caps: ["away-notify"] });
  const bob = await trial.client("bob", { rooms: ["lobby"] });
  ana.take();
  await bob.say(line);
  expect(bob.take()).toEqual([expect.stringMatching(own)]);
  expect(ana.take()).toEqual([expect.stringMatching(others)]);
});

test("what the room refuses for another reason is no want of rights", async () => {
  const trial = new IrcTrial();
  const mod = await trial.client("mod", { rooms: ["lobby"] });
  await trial.breakOff();
  await mod.say("TOPIC #lobby :new");
  expect(mod.take()).toEqual([expect.stringMatching(/ 400 mod #lobby :You are not connected/)]);
});

test("an order that changes nothing is kept without a word", async () => {
  const trial = new IrcTrial();
  const mod = await trial.client("mod", { rooms: ["lobby"] });
  await mod.say("TOPIC #lobby :new");
  mod.take();
  await mod.say("TOPIC #lobby :new");
  await trial.settle(3_000);
  expect(mod.only("4\\d\\d", "NOTICE")).toEqual([]);
});

describe("a nickname that changes in several rooms", () => {
  test("changes once, where its owner is a client of this gateway", async () => {
    const trial = new IrcTrial();
    const kay = await trial.client("kay", { rooms: ["one", "two", "three"] });
    const lee = await trial.client("lee", { rooms: ["one", "two", "three"] });
    lee.take();
    await kay.say("NICK kay2");
    expect(lee.take()).toEqual([expect.stringMatching(/^:kay!\S+ NICK kay2$/)]);
    await kay.say("PRIVMSG #two :x");
    expect(lee.take()).toEqual([expect.stringMatching(/^:kay2!\S+ PRIVMSG #two :x$/)]);
  });

  test("and goes back where one of them would not have it", async () => {
    const trial = new IrcTrial();
    await trial.person("kay2", "two");
    const kay = await trial.client("kay", { rooms: ["one", "two"] });
    const lee = await trial.client("lee", { rooms: ["one", "two"] });
    lee.take();
    await kay.say("NICK kay2");
    const told = lee.only("NICK", "PART", "JOIN").map((line) => line.replace(/!\S+/, ""));
    expect(told).toEqual([
      ":kay PART #one :called kay2 here now",
      ":kay2 JOIN #one",
      ":kay2 PART #one :called kay here now",
      ":kay JOIN #one",
    ]);
  });

  test("parts and joins, where another program's is changed in one", async () => {
    const trial = new IrcTrial();
    const [kay] = await Promise.all([trial.person("kay", "one"), trial.person("kay", "two")]);
    const lee = await trial.client("lee", { rooms: ["one", "two"] });
    lee.take();
    kay.rename("kay2");
    await trial.settle();
    expect(lee.only("NICK", "PART", "JOIN")).toEqual([
      expect.stringMatching(/ PART #one :called kay2 here now$/),
      expect.stringMatching(/^:kay2!\S+ JOIN #one$/),
    ]);
  });
});
