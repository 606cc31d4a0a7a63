import { isDurable } from "../../../src/protocol/change.ts";
import type { Chat, HistoryPage, HistoryQuery } from "../../core/chat.ts";
import type { Clock } from "../../core/clock.ts";
import { isProblem } from "../../core/problem.ts";
import { toldProblem } from "../../library/told-problem.ts";
import type { Problem } from "../../library/types/problem.ts";
import { isByAgent, toldToAgent } from "./told.ts";

/** What happened, oldest first; `cursor`: what to give as `after` to go on behind it. */
export interface AgentPage {
  readonly events: readonly object[];
  readonly cursor: number;
  /** Whether there is more behind the cursor. */
  readonly more: boolean;
}

/** What happened behind a cursor; without one, the latest messages. */
export async function pageBehind(chat: Chat, query: HistoryQuery): Promise<AgentPage | Problem> {
  const page = await chat.history(query);
  if (isProblem(page)) return toldProblem(page);
  const { after } = query;
  // Without a cursor, what is more is older.
  return agentPage(chat, after === undefined ? { ...page, more: false } : page, after ?? 0);
}

export interface WaitOptions {
  /** From when on; without it, from now. */
  readonly after: number | undefined;
  readonly ms: number;
  readonly clock: Clock;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** The same as soon as somebody else has said something there; an empty page where nobody has in time. */
export async function untilSaid(
  chat: Chat,
  { after, ms, clock, signal }: WaitOptions,
): Promise<AgentPage | Problem> {
  const news = newsOf(chat);
  let isOver = signal.aborted;
  let cancel = () => {};
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      resolve();
    };
    cancel = clock.setTimer(ms, end);
    signal.addEventListener("abort", end);
  });
  let cursor = after ?? chat.saved().after ?? 0;
  try {
    for (;;) {
      news.forget();
      const page = await pageOnce(chat, cursor);
      // While it is offline, nothing is said.
      if (isProblem(page) && page.problem !== "offline") return toldProblem(page);
      if (!isProblem(page)) {
        const told = agentPage(chat, page, cursor);
        // What one has said oneself is no news.
        const events = page.events.filter((event) => !isByAgent(event, chat.room.you));
        if (events.length > 0) return agentPage(chat, { ...page, events }, told.cursor);
        cursor = told.cursor;
        if (page.more) continue;
      }
      if (!isOver) await Promise.race([news.next(), over]);
      if (isOver) return { events: [], cursor, more: false };
    }
  } finally {
    cancel();
    news.stop();
  }
}

type Page = ReturnType<Chat["history"]>;

/** What is being asked for just now, by the cursor. */
const asked = new WeakMap<Chat, Map<number, Page>>();

/** Many may wait behind one cursor, and are woken at once: for all of them the room is asked once. */
function pageOnce(chat: Chat, after: number): Page {
  const pages = asked.get(chat) ?? new Map<number, Page>();
  asked.set(chat, pages);
  const page = pages.get(after) ?? chat.history({ after });
  if (!pages.has(after)) {
    pages.set(after, page);
    // What comes in later would not stand in it.
    setImmediate(() => pages.delete(after));
  }
  return page;
}

function agentPage(chat: Chat, page: HistoryPage, start: number): AgentPage {
  return {
    events: page.events.map((event) => toldToAgent(event, chat.room.you)),
    cursor: page.after ?? page.events.at(-1)?.id ?? start,
    more: page.more,
  };
}

/** Whether anything has happened since one has last looked. */
function newsOf(chat: Chat): { forget(): void; next(): Promise<void>; stop(): void } {
  let isThere = false;
  let wake = () => {};
  const stop = chat.subscribe((event) => {
    if (event.type !== "caught_up" && !isDurable(event)) return;
    isThere = true;
    wake();
  });
  return {
    stop,
    forget() {
      isThere = false;
    },
    next: () =>
      new Promise((resolve) => {
        if (isThere) resolve();
        else wake = resolve;
      }),
  };
}
