import type { Chat, HistoryPage, HistoryQuery } from "../chat.ts";
import { isProblem, type Problem } from "../problem.ts";

/** Empty pages that one look passes over, so that it comes to an end whatever a server says. */
const MOST_EMPTY = 10;

/** The newest messages before an id. Where other people's private ones stand between, it looks behind them. */
export async function lookBack(
  chat: Pick<Chat, "history">,
  query: HistoryQuery,
): Promise<HistoryPage | Problem> {
  let asked = query;
  for (let left = MOST_EMPTY; ; left--) {
    const page = await chat.history(asked);
    if (isProblem(page) || left === 0) return page;
    if (page.events.length > 0 || !page.more || page.before === undefined) return page;
    asked = { ...query, before: page.before };
  }
}
