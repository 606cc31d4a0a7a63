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
    await mod.say(`MODE #lobby -b \\S+!${uid}@*`);
    expect(mod.take()).toEqual([expect.stringMatching(` MODE #lobby -b \\S+!${uid}@\\*$`)]);
  });

  test("and a mask of many is refused", async () => {
    const mod = await new IrcTrial().client("mod", { rooms: ["lobby"] });
    await mod.say("MODE #lobby +b *!*@*.example.org");
    expect(mod.take()).toEqual([expect.stringMatching(/ 696 mod #lobby b /)]);
  });
});
