import type { Act } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { ROLES } from "../../../src/protocol/role.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import type { SlashCommand, SlashOutcome } from "./slash-command.ts";

const { commands, slash } = words;

/** Acts that are shown where nobody says how many. */
const SHOWN = 20;

const acts: SlashCommand = {
  name: "acts",
  ...commands.acts,
  role: "mod",
  async run(context, argument): Promise<SlashOutcome> {
    const { chat, ui, actsBefore } = context;
    const isMore = argument === "more";
    const limit = argument === "" || isMore ? SHOWN : /^\d{1,3}$/.test(argument) ? Number(argument) : 0;
    if (limit < 1 || limit > LIMITS.page) return slash.actsMost(LIMITS.page);
    if (isMore && actsBefore === undefined) return slash.noMoreActs;
    const page = await chat.acts({
      limit,
      ...(isMore && actsBefore !== undefined && { before: actsBefore }),
    });
    if (isProblem(page)) return page;
    const { list, more } = page;
    context.actsBefore = more ? list.at(-1)?.id : undefined;
    // The newest last, as in the room itself.
    const lines = list.toReversed().map((act) => unbroken(sayAct(act)));
    if (context.actsBefore !== undefined) lines.push(slash.moreActs);
    ui.print(lines.length === 0 ? slash.noActs : lines.join("\n"));
  },
};

export const actsCommands: readonly SlashCommand[] = [acts];

/** A sentence about an act of order, behind when it was. */
function sayAct({ at, ...act }: Act): string {
  const { by, nick = act.uid ?? "", reason = "" } = act;
  const told = { act: act.act, by: isolateName(by), nick: isolateName(nick), reason };
  return slash.actAt({ at, what: sayDeed(told) });
}

/** As it was told in the room, where it was. What is new to this client goes by its name. */
function sayDeed(told: Parameters<typeof slash.otherAct>[0]): string {
  const { news } = words;
  const { by, reason } = told;
  switch (told.act) {
    case "kick":
      return news.kicked(told);
    case "ban":
      return news.banned(told);
    case "unban":
      return news.unbanned(told);
    case "allow":
      return news.allowed(told);
    case "role": {
      const role = ROLES.find((each) => each === reason);
      return role === undefined ? slash.otherAct(told) : news[role](told);
    }
    case "slow":
      return reason === "0" ? news.notSlow(by) : news.slow({ by, seconds: Number(reason) });
    case "topic":
      return reason === "" ? news.noTopic(by) : news.topic({ by, text: reason });
    case "lock":
      return slash.actLock(by);
    case "delete":
      return slash.actDelete(told);
    case "invite":
      return slash.actInvite(by);
    default:
      return slash.otherAct(told);
  }
}
