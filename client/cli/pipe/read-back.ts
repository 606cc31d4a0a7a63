import type { DurableEvent } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Api } from "../api.ts";
import type { Since } from "../since.ts";

export interface Reach {
  /** The newest so many. */
  readonly limit: number;
  readonly since?: Since | undefined;
}

/** A room's public messages as they are now, oldest first, as far back as wanted. */
export async function readBack(api: Pick<Api, "messages">, { limit, since }: Reach): Promise<DurableEvent[]> {
  const pages: DurableEvent[][] = [];
  let left = limit;
  let before: number | undefined;
  while (left > 0) {
    const wanted = Math.min(left, LIMITS.page);
    const { events, more } = await api.messages({ limit: wanted, ...(before !== undefined && { before }) });
    const within = events.filter((event) => isWithin(event, since));
    pages.unshift(within.slice(-left));
    left -= within.length;
    before = events[0]?.id;
    if (!more || before === undefined || within.length < events.length) break;
  }
  return pages.flat();
}

/** The `id` behind which to begin: the newest message that is too old, or 0. */
export async function idBefore(api: Pick<Api, "messages">, since: Since): Promise<number> {
  if ("id" in since) return since.id;
  let before: number | undefined;
  for (;;) {
    const { events, more } = await api.messages({
      limit: LIMITS.page,
      ...(before !== undefined && { before }),
    });
    const old = events.findLast((event) => !isWithin(event, since));
    if (old !== undefined) return old.id;
    before = events[0]?.id;
    if (!more || before === undefined) return 0;
  }
}

function isWithin(event: DurableEvent, since: Since | undefined): boolean {
  if (since === undefined) return true;
  return "id" in since ? event.id > since.id : event.at >= since.at;
}
