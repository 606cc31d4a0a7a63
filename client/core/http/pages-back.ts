import type { DurableEvent } from "../../../src/protocol/event.ts";
import type { RoomHttp } from "./room-http.ts";
import { isUnmet, type Unmet } from "./unmet.ts";

/** Ids that one page leads back by, at least: a long text fills a page with no fewer. */
const LEAST_STEP = 16;
/** Ids that a page without any message leads back by: a room reads twice as many rows before it gives up. */
const EMPTY_STEP = 1_000;
/** Pages in a row that are empty and lead back by less: such a one has nothing but what this client does not know. */
const MOST_POOR = 100;
/** Pages in a row without any message. Of rooms, even the largest has no more than that many in all. */
const MOST_EMPTY = 1_000;
/** Pages in all: twice those of the largest room. */
const MOST_PAGES = 10_000;

export type PageSource = Pick<RoomHttp, "messages">;

/**
 * Page after page, from the newest back to the oldest. A page that has met other
 * people's private messages may be empty. A server whose pages lead nowhere is
 * left. What can't be had is the last that is told.
 */
export async function* pagesBack(
  source: PageSource,
  limit: () => number,
): AsyncGenerator<readonly DurableEvent[] | Unmet> {
  let before: number | undefined;
  let [empty, poor] = [0, 0];
  for (let pages = 1; ; pages++) {
    const asked = limit();
    const page = await source.messages({ limit: asked, ...(before !== undefined && { before }) });
    yield isUnmet(page) ? page : page.events;
    if (isUnmet(page) || !page.more) return;
    const next: number | undefined = page.before ?? page.events[0]?.id;
    const step = (before ?? Number.POSITIVE_INFINITY) - (next ?? Number.POSITIVE_INFINITY);
    empty = page.events.length === 0 ? empty + 1 : 0;
    poor = empty > 0 && step < EMPTY_STEP ? poor + 1 : 0;
    const isStep = step >= Math.min(asked, LEAST_STEP);
    if (!isStep || empty > MOST_EMPTY || poor > MOST_POOR || pages >= MOST_PAGES) {
      yield { unmet: "pages" };
      return;
    }
    before = next;
  }
}
