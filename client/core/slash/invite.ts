import { LIMITS } from "../../../src/protocol/limits.ts";
import { isProblem } from "../problem.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { type SlashCommand, type SlashOutcome, usage } from "./slash-command.ts";

const { commands, slash } = words;

/** For how many days an invitation is good where nobody says. */
const DAYS = 7;

const invite: SlashCommand = {
  name: "invite",
  ...commands.invite,
  role: "owner",
  async run({ chat, ui }, argument): Promise<SlashOutcome> {
    const [, digits, one = ""] = /^(?:(\d{1,4})(?:\s*d(?:ays?)?)?\b)?\s*(one)?$/i.exec(argument) ?? [
      undefined,
      "x",
    ];
    if (digits === "x") return usage(invite);
    const days = digits === undefined ? DAYS : Number(digits);
    if (days < 1 || days > LIMITS.passDays) return slash.inviteDays(LIMITS.passDays);
    const isForOne = one !== "";
    const made = await chat.invite({ days, ...(isForOne && { one: true }) });
    if (isProblem(made)) return made;
    ui.print(`${unbroken(made.link)}\n${slash.invited({ until: made.expires * 1_000, one: isForOne })}`);
  },
};

export const inviteCommands: readonly SlashCommand[] = [invite];
