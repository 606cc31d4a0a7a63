import { LIMITS } from "../../../src/protocol/limits.ts";
import { isPassphrase } from "../../../src/protocol/passphrase.ts";
import { localProblem } from "../problem.ts";
import { words } from "../words/words.ts";
import { actsCommands } from "./acts.ts";
import { bansCommands } from "./bans.ts";
import { expel } from "./expel.ts";
import { hooksCommands } from "./hooks.ts";
import { inviteCommands } from "./invite.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

const { commands, slash } = words;

const op: SlashCommand = {
  name: "op",
  ...commands.op,
  role: "owner",
  run: (context, argument) =>
    withPerson({ context, argument, command: op }, ({ uid }, role) => {
      if (role !== "" && role !== "owner") return usage(op);
      return context.chat.role(uid, role === "owner" ? "owner" : "mod");
    }),
};

const deop: SlashCommand = {
  name: "deop",
  ...commands.deop,
  role: "owner",
  run: (context, argument) =>
    withPerson({ context, argument, command: deop }, ({ uid }) => context.chat.role(uid, "member")),
};

const lock: SlashCommand = {
  name: "lock",
  ...commands.lock,
  role: "owner",
  leadsOn: true,
  isConfidential: true,
  run(context, argument) {
    const { chat } = context;
    if (argument !== "") return slash.lockAlone;
    // Nobody is asked for what would be refused; and it is refused before the next line, which may be the passphrase.
    if (chat.state.state !== "online") return localProblem("offline");
    if (chat.room.you?.role !== "owner") return slash.ownersOnly;
    return lockByQuestion(context);
  },
};

async function lockByQuestion({ chat, ui }: SlashContext): Promise<SlashOutcome> {
  const key = await ui.askSecret(slash.lockQuestion);
  if (key === undefined) return;
  return isPassphrase(key) ? chat.lock(key) : slash.passphraseRule;
}

const unlock: SlashCommand = {
  name: "unlock",
  ...commands.unlock,
  role: "owner",
  run: ({ chat }) => chat.unlock(),
};

const slow: SlashCommand = {
  name: "slow",
  ...commands.slow,
  role: "mod",
  run({ chat, ui }, argument): SlashOutcome {
    if (argument === "") {
      ui.print(chat.room.slow === 0 ? slash.slowOff : slash.slowOn(chat.room.slow));
      return;
    }
    const seconds = argument === "off" ? 0 : /^\d+$/.test(argument) ? Number(argument) : Number.NaN;
    if (!(seconds <= LIMITS.slow)) return slash.slowMost(LIMITS.slow);
    return chat.slow(seconds);
  },
};

export const order: readonly SlashCommand[] = [
  ...expel,
  ...bansCommands,
  ...actsCommands,
  ...inviteCommands,
  ...hooksCommands,
  op,
  deop,
  lock,
  unlock,
  slow,
];
