import type { DurableEvent } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { type PageSource, pagesBack } from "../../core/http/pages-back.ts";
import type { RoomHttp } from "../../core/http/room-http.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { met } from "../net/api.ts";
import type { Since } from "../shell/since.ts";
import { cliWords } from "../words/words.ts";

/** UTF-16 code units of text in what is read back; more would be kept than any room has by its settings. */
const MOST = 256 * 1024 * 1024;

export interface Reach {
  /** The newest so many. */
  readonly limit: number;
  readonly since?: Since | undefined;
}

/** A room's public messages as they are now, oldest first, as far back as wanted. */
export async function readBack(source: PageSource, { limit, since }: Reach): Promise<DurableEvent[]> {
  const pages: DurableEvent[][] = [];
  let left = limit;
  let size = 0;
  for await (const page of pagesBack(source, () => Math.min(left, LIMITS.page))) {
    const events = met(page);
    const within = events.filter((event) => isWithin(event, since));
    pages.push(within.slice(-left));
    left -= within.length;
    size += events.reduce(
      (sum, event) => sum + ("text" in event ? (event.text?.length ?? 0) : 0) + LIMITS.note,
      0,
    );
    if (size > MOST) throw new Failure(EXIT.failed, cliWords().read.tooMuch);
    if (left <= 0 || within.length < events.length) break;
  }
  return pages.reverse().flat();
}

/** The `id` behind which to begin: the newest message that is too old, or 0. */
export async function idBefore(
  source: PageSource & Pick<RoomHttp, "summary">,
  since: Since,
): Promise<number> {
  if ("id" in since) {
    // A room takes an id that it has not come to for one of another life of its own.
    const summary = met(await source.summary());
    return "cursor" in summary ? Math.min(since.id, summary.cursor) : since.id;
  }
  for await (const page of pagesBack(source, () => LIMITS.page)) {
    const old = met(page).findLast((event) => !isWithin(event, since));
    if (old !== undefined) return old.id;
  }
  return 0;
}

function isWithin(event: DurableEvent, since: Since | undefined): boolean {
  if (since === undefined) return true;
  return "id" in since ? event.id > since.id : event.at >= since.at;
}
