import { LIMITS } from "../../../src/protocol/limits.ts";
import { isPassphrase, PASSPHRASE_RULE } from "../../../src/protocol/passphrase.ts";
import { localProblem } from "../problem.ts";
import { bansCommands } from "./bans.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

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
  asksSecret: true,
  run(context, argument) {
    const { chat } = context;
    if (argument !== "") return "Write /lock alone; the passphrase is asked for.";
    // Nobody is asked for what would be refused; and it is refused before the next line, which may be the passphrase.
    if (chat.state.state !== "online") return localProblem("offline");
    if (chat.room.you?.role !== "owner") return "Only the room's owners may do that.";
    return lockByQuestion(context);
  },
};

async function lockByQuestion({ chat, ui }: SlashContext): Promise<SlashOutcome> {
  const key = await ui.askSecret("Passphrase for this room: ");
  if (key === undefined) return;
  return isPassphrase(key) ? chat.lock(key) : PASSPHRASE_RULE;
}

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
  run({ chat, ui }, argument): SlashOutcome {
    if (argument === "") {
      ui.print(chat.room.slow === 0 ? "Slow mode is off." : `Slow mode: ${chat.room.slow} s.`);
      return;
    }
    const seconds = argument === "off" ? 0 : /^\d+$/.test(argument) ? Number(argument) : Number.NaN;
    if (!(seconds <= LIMITS.slow)) return `Write /slow with 0 to ${LIMITS.slow} seconds, or /slow off.`;
    return chat.slow(seconds);
  },
};

export const order: readonly SlashCommand[] = [kick, ...bansCommands, op, deop, lock, unlock, slow];
