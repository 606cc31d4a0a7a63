import type { DurableEvent } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat, HistoryPage } from "../chat.ts";
import { isProblem, type Problem } from "../problem.ts";
import { lookBack } from "../timeline/look-back.ts";
import { words } from "../words/words.ts";
import type { SlashCommand, SlashContext, SlashOutcome } from "./slash-command.ts";
import { momentIn } from "./when.ts";

const { commands, slash } = words;

/** Questions by which a time is found: more than any room's numbers have bits. */
const MOST_STEPS = 60;
/** Empty pages that one of them passes over. */
const MOST_EMPTY = 50;

const history: SlashCommand = {
  name: "history",
  ...commands.history,
  async run(context, argument): Promise<SlashOutcome> {
    if (argument.toLowerCase() === "more") return goOn(context);
    const at = /^\d*$/.test(argument) ? undefined : momentIn(argument, Date.now());
    if (at !== undefined) return showFrom(context, at);
    const { chat, ui } = context;
    const limit = argument === "" ? LIMITS.defaultPage : Number(argument);
    if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.page) return slash.historyMost(LIMITS.page);
    const before = ui.oldestShown();
    const page = await lookBack(chat, { limit, ...(before !== undefined && { before }) });
    if (isProblem(page)) return page;
    if (page.events.length === 0) ui.print(slash.nothingOlder);
    else ui.show(page.events, "history");
  },
};

export const historyCommands: readonly SlashCommand[] = [history];

async function showFrom(context: SlashContext, at: number): Promise<SlashOutcome> {
  const after = await lastBefore(context.chat, at);
  return isProblem(after) ? after : showBehind(context, after);
}

/** Where the page that was shown last has ended. */
async function goOn(context: SlashContext): Promise<SlashOutcome> {
  const { historyAfter } = context;
  return historyAfter === undefined ? slash.noMoreHistory : showBehind(context, historyAfter);
}

async function showBehind(context: SlashContext, after: number): Promise<SlashOutcome> {
  const { chat, ui } = context;
  const page = await chat.history({ after, limit: LIMITS.defaultPage });
  if (isProblem(page)) return page;
  const end = endOf(page, after);
  context.historyAfter = page.more && end > after ? end : undefined;
  if (page.events.length === 0 && context.historyAfter === undefined) return slash.nothingSince;
  if (page.events.length > 0) ui.show(page.events, "found");
  if (context.historyAfter !== undefined) ui.print(slash.moreHistory);
}

/** The number of an event before a time, behind which the first of that time stands: halved until it is found. */
export async function lastBefore(
  chat: Pick<Chat, "history" | "saved">,
  at: number,
): Promise<number | Problem> {
  let from = 0;
  let to = chat.saved().after ?? 0;
  for (let steps = 0; from < to && steps < MOST_STEPS; steps++) {
    const middle = Math.floor((from + to) / 2);
    const event = await firstBehind(chat, middle);
    if (event !== undefined && isProblem(event)) return event;
    if (event === undefined || event.at >= at) to = middle;
    else from = event.id;
  }
  return from;
}

/** Where other people's private messages stand between, it is looked for behind them. */
async function firstBehind(
  chat: Pick<Chat, "history">,
  id: number,
): Promise<DurableEvent | Problem | undefined> {
  let after = id;
  for (let left = MOST_EMPTY; left > 0; left--) {
    const page = await chat.history({ after, limit: 1 });
    if (isProblem(page)) return page;
    const end = endOf(page, after);
    if (page.events.length > 0 || !page.more || end === after) return page.events[0];
    after = end;
  }
  return undefined;
}

function endOf({ events, after = 0 }: HistoryPage, asked: number): number {
  return Math.max(asked, after, events.at(-1)?.id ?? 0);
}
