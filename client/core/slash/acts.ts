import type { Act } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { sayAct } from "../words/say-act.ts";
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
    const lines = list.toReversed().map((act) => unbroken(lineOf(act)));
    if (context.actsBefore !== undefined) lines.push(slash.moreActs);
    ui.print(lines.length === 0 ? slash.noActs : lines.join("\n"));
  },
};

export const actsCommands: readonly SlashCommand[] = [acts];

/** A sentence about an act of order, behind when it was. */
function lineOf(act: Act): string {
  const shows = { nick: (_: string, nick: string) => isolateName(nick), text: (text: string) => text };
  return slash.actAt({ at: act.at, what: sayAct(act, shows) });
}
