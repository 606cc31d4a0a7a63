import { LIMITS } from "../../../src/protocol/limits.ts";
import { nickKey } from "../../../src/protocol/nick.ts";
import { isPassphrase, PASSPHRASE_RULE } from "../../../src/protocol/passphrase.ts";
import { oneLine } from "../one-line.ts";
import { isProblem, localProblem } from "../problem.ts";
import { type Outcome, type SlashCommand, type SlashContext, usage } from "../slash-command.ts";
import { type Person, personOf, splitWord } from "./pointing.ts";

const kick: SlashCommand = {
  name: "kick",
  usage: "<nick> [reason]",
  help: "Send somebody out of the room.",
  role: "mod",
  run: (context, argument) =>
    withPerson({ context, argument, command: kick }, ({ uid }, reason) =>
      context.chat.kick(uid, reason === "" ? undefined : reason),
    ),
};

const ban: SlashCommand = {
  name: "ban",
  usage: "<nick> [reason]",
  help: "Send somebody out of the room for good.",
  role: "mod",
  run: (context, argument) =>
    withPerson({ context, argument, command: ban }, (person, reason) => {
      const { chat } = context;
      const problem = chat.ban(person.uid, reason === "" ? undefined : reason);
      const isHere = chat.room.members.some(({ uid }) => uid === person.uid);
      return problem !== undefined || isHere ? problem : tellBanned(context, person);
    }),
};

/** The room tells of those alone whom a ban puts out. */
async function tellBanned({ chat, ui }: SlashContext, { uid, nick }: Person): Promise<Outcome> {
  const bans = await chat.bans();
  if (!isProblem(bans) && bans.list.some((each) => each.uid === uid)) ui.print(oneLine(`${nick} is banned.`));
}

const unban: SlashCommand = {
  name: "unban",
  usage: "<nick>",
  help: "Let somebody in again; /bans lists who is kept out.",
  role: "mod",
  async run({ chat }, argument): Promise<Outcome> {
    const [word] = splitWord(argument);
    if (word === "") return usage(unban);
    // Who is banned is not here, so the name is looked up among the banned.
    const bans = await chat.bans();
    if (isProblem(bans)) return bans;
    const found = bans.list.find(({ nick, uid }) => uid === word || nickKey(nick) === nickKey(word));
    return found === undefined ? `Nobody called ${word} is banned.` : chat.unban(found.uid);
  },
};

const bans: SlashCommand = {
  name: "bans",
  usage: "",
  help: "Show who is banned.",
  role: "mod",
  async run({ chat, ui }): Promise<Outcome> {
    const answer = await chat.bans();
    if (isProblem(answer)) return answer;
    const lines = answer.list
      .map(
        ({ nick, uid, by, reason }) =>
          `${nick} (${uid}), by ${by}${reason === undefined ? "" : `: ${reason}`}`,
      )
      .map(oneLine);
    ui.print(lines.length === 0 ? "Nobody is banned." : lines.join("\n"));
  },
};

const op: SlashCommand = {
  name: "op",
  usage: "<nick> [owner]",
  help: "Make somebody a mod, or an owner.",
  role: "owner",
  run: (context, argument) =>
    withPerson({ context, argument, command: op }, ({ uid }, role) => {
      if (role !== "" && role !== "owner") return usage(op);
      return context.chat.role(uid, role === "owner" ? "owner" : "mod");
    }),
};

const deop: SlashCommand = {
  name: "deop",
  usage: "<nick>",
  help: "Make somebody a plain member again.",
  role: "owner",
  run: (context, argument) =>
    withPerson({ context, argument, command: deop }, ({ uid }) => context.chat.role(uid, "member")),
};

const lock: SlashCommand = {
  name: "lock",
  usage: "",
  help: "Let only those in who know a passphrase; it is asked for.",
  role: "owner",
  async run({ chat, ui }, argument): Promise<Outcome> {
    if (argument !== "") return "Write /lock alone; the passphrase is asked for.";
    // Nobody is asked for what would be refused.
    if (chat.state.state !== "online") return localProblem("offline");
    if (chat.room.you?.role !== "owner") return "Only the room's owners may do that.";
    const key = await ui.askSecret("Passphrase for this room: ");
    if (key === undefined) return;
    return isPassphrase(key) ? chat.lock(key) : PASSPHRASE_RULE;
  },
};

const unlock: SlashCommand = {
  name: "unlock",
  usage: "",
  help: "Let everybody in again.",
  role: "owner",
  run: ({ chat }) => chat.unlock(),
};

const slow: SlashCommand = {
  name: "slow",
  usage: "<seconds, or off>",
  help: "Have members wait between one message and the next.",
  role: "mod",
  run({ chat, ui }, argument): Outcome {
    if (argument === "") {
      ui.print(chat.room.slow === 0 ? "Slow mode is off." : `Slow mode: ${chat.room.slow} s.`);
      return;
    }
    const seconds = argument === "off" ? 0 : /^\d+$/.test(argument) ? Number(argument) : Number.NaN;
    if (!(seconds <= LIMITS.slow)) return `Write /slow with 0 to ${LIMITS.slow} seconds, or /slow off.`;
    return chat.slow(seconds);
  },
};

export const order: readonly SlashCommand[] = [kick, ban, unban, bans, op, deop, lock, unlock, slow];

interface Call {
  context: SlashContext;
  argument: string;
  command: SlashCommand;
}

function withPerson(
  { context, argument, command }: Call,
  act: (person: Person, rest: string) => Outcome | Promise<Outcome>,
): Outcome | Promise<Outcome> {
  const [word, rest] = splitWord(argument);
  if (word === "") return usage(command);
  const person = personOf(context.chat, word);
  return person === undefined ? `Nobody here is called ${word}.` : act(person, rest);
}
