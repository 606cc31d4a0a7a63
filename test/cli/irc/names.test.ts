import { describe, expect, test } from "vitest";
import { fittingNick } from "../../../client/cli/irc/wire/fitting-nick.ts";
import { IrcTrial } from "./irc-trial.ts";

test.each<[string, string | undefined]>([
  ["ana", "ana"],
  ["verylongnickname", "verylongni"],
  ["jean.dupont", "jeandupont"],
  ["ana|away", "anaaway"],
  ["[42]{bot}^", "bot"],
  ["Ольга Петровна", "ОльгаПетро"],
  ["नमस्ते दुनिया आज", "नमस्तेदुनियाआज"],
  ["👋", undefined],
  ["*", undefined],
  ["1234", undefined],
])("who comes as %s can be %s", (wanted, nick) => {
  const fitting = fittingNick(wanted);
  expect(typeof fitting === "string" ? fitting : undefined).toBe(nick);
});

describe("a nickname that papo has not", () => {
  test("is made fit before anybody goes by it, and that is told", async () => {
    const trial = new IrcTrial();
    const guest = trial.guest();
    await guest.say("NICK jean.philippe", "USER jp 0 * :Jean");
    const told = guest.take();
    expect(told[0]).toBe(
      ":papo.gateway NOTICE jeanphilip :You are called jeanphilip: a nickname has 3 to 10 letters of one script, digits, _ and -, and begins with a letter. /nick changes it.",
    );
    expect(told[1]).toMatch(/ 001 jeanphilip /);
    await guest.say("NICK verylongnickname");
    expect(guest.take()).toEqual([
      ":papo.gateway 432 jeanphilip verylongnickname :That is no nickname here: a nickname has 3 to 10 letters of one script, digits, _ and -, and begins with a letter.",
    ]);
  });

  test("of which nothing can be made is refused with the rule", async () => {
    const guest = new IrcTrial().guest();
    await guest.say("NICK 42", "USER x 0 * :x");
    expect(guest.take()).toEqual([expect.stringMatching(/ 432 \* 42 :.*3 to 10 letters/)]);
  });
});

describe("a nickname that a room would not have", () => {
  test.each([
    ["of somebody there", "ana", "433"],
    ["that is too short", "jo", "432"],
  ])("%s is told in words, and the next lets them in", async (_name, nick, code) => {
    const trial = new IrcTrial();
    await trial.person("ana");
    const bob = await trial.client(nick);
    await bob.say("JOIN #lobby");
    const told = bob.take();
    expect(told[0]).toMatch(new RegExp(` ${code} ${nick} ${nick} :`));
    expect(told[1]).toMatch(new RegExp(`NOTICE ${nick} :You are not in #lobby as ${nick}. .*/nick`));
    await bob.say("NICK bob");
    expect(bob.only("NICK", "JOIN")).toEqual([
      expect.stringMatching(/ NICK bob$/),
      expect.stringMatching(/^:bob!.* JOIN #lobby$/),
    ]);
  });

  test("once they are in, that is said, too", async () => {
    const trial = new IrcTrial();
    await trial.person("ana");
    const bob = await trial.client("bob", { rooms: ["lobby"] });
    await bob.say("NICK ana", "NICK jo");
    expect(bob.only("43\\d")).toEqual([
      expect.stringMatching(/ 433 bob ana :/),
      expect.stringMatching(/ 432 bob jo :A nickname has at least 3/),
    ]);
    await trial.breakOff();
    await bob.say("NICK carl");
    expect(bob.only("43\\d")).toEqual([expect.stringMatching(/ 437 bob carl :You are not connected/)]);
  });
});
