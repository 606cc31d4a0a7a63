import { isDurable } from "../../../src/protocol/change.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../core/chat-event.ts";
import { isProblem } from "../../core/problem.ts";
import type { Stop } from "../person/stopped-at.ts";
import type { MissedSum } from "../view/view.ts";

/** Pages of what was missed that are looked through, so that it comes to an end; the rest is "more than". */
const MOST_PAGES = 10;
/** Messages that are shown without being asked for. */
const MOST_SHOWN = 200;
/** Mentions that are shown before them. */
const MOST_MENTIONS = 10;

/** What a message that was missed is to its reader; `neither`: their own, of somebody they ignore, deleted. */
export type Concern = "counts" | "concerns" | "neither";

export interface HomecomingOptions {
  readonly chat: Pick<Chat, "history" | "room" | "saved">;
  /** Where somebody had stopped here; undefined where they never were. The room may know of more. */
  readonly since: Stop | undefined;
  /** Whether it is to be counted, and whether it is to the reader. */
  judge(message: Message): Concern;
  /** Tells an event. */
  tell(event: ChatEvent): void;
  /** Comes before the first event that was missed. */
  missed(missed: MissedSum): void;
  /** The room has nothing of what was seen: it was restored from a backup. */
  anew(): void;
}

/**
 * Holds what a chat tells at first, until it is known what was missed since the
 * last time; then tells it with the place where somebody had stopped.
 */
export class Homecoming {
  readonly #options: HomecomingOptions;
  /** What waits; undefined once all is told. */
  #held: ChatEvent[] | undefined = [];
  #since: Stop | undefined;

  constructor(options: HomecomingOptions) {
    this.#options = options;
  }

  take(event: ChatEvent): void {
    const { chat, tell } = this.#options;
    if (this.#held === undefined) {
      tell(event);
      return;
    }
    // Before it is in the room there is nothing to hold.
    const isEarly = event.type === "state" || event.type === "pending" || event.type === "error";
    if (isEarly && this.#held.length === 0) tell(event);
    else this.#held.push(event);
    if (event.type === "state" && event.state.state === "waiting") this.#release();
    if (event.type !== "caught_up") return;
    // A room that began anew has nothing of what was seen, and one that is behind was restored.
    const { epoch, after = 0 } = chat.saved();
    const here = this.#options.since;
    const isSame = here !== undefined && epoch === here.epoch && after >= here.id;
    if (here !== undefined && !isSame) this.#options.anew();
    this.#since = this.#newest(isSame ? here : undefined);
    if (this.#since !== undefined && after > this.#since.id) void this.#look(this.#since);
    else this.#release();
  }

  /** What somebody has read in another client of theirs, they need not read here. */
  #newest(here: Stop | undefined): Stop | undefined {
    const { chat } = this.#options;
    const { epoch } = chat.saved();
    const { seen } = chat.room;
    if (epoch === undefined || seen <= (here?.id ?? 0)) return here;
    const at = this.#held?.filter(isReplayed).find(({ id }) => id === seen)?.at;
    return { id: seen, epoch, ...(at !== undefined && { at }) };
  }

  /** An id alone names no event of a room that may have been restored. */
  async #isOther(shown: readonly DurableEvent[], since: Stop): Promise<boolean> {
    const { chat } = this.#options;
    let stop = shown.find(({ id }) => id === since.id);
    if (stop === undefined && (shown[0]?.id ?? 0) > since.id) {
      const page = await chat.history({ before: since.id + 1, limit: 1 });
      stop = isProblem(page) ? undefined : page.events.find(({ id }) => id === since.id);
    }
    return stop !== undefined && since.at !== undefined && stop.at !== since.at;
  }

  async #look(since: Stop): Promise<void> {
    const { chat, judge } = this.#options;
    const shown = (this.#held ?? []).filter(isReplayed);
    if (await this.#isOther(shown, since)) {
      this.#options.anew();
      this.#release();
      return;
    }
    const first = shown[0]?.id ?? Number.POSITIVE_INFINITY;
    const between: DurableEvent[] = [];
    let from = since.id;
    let isMore = first > from + 1;
    for (let pages = 0; isMore && pages < MOST_PAGES; pages++) {
      const page = await chat.history({ after: from, limit: LIMITS.page });
      if (isProblem(page)) break;
      const older = page.events.filter(({ id }) => id < first);
      between.push(...older);
      const next = Math.max(page.after ?? 0, page.events.at(-1)?.id ?? 0);
      isMore = page.more && older.length === page.events.length && next > from && next < first - 1;
      from = Math.max(from, next);
    }
    if (this.#held === undefined) return;
    const unseen = [...between, ...shown.filter(({ id }) => id > since.id)];
    const messages = unseen.filter((event) => event.type === "message");
    const concerning = messages.filter((message) => judge(message) === "concerns");
    const count = messages.filter((message) => judge(message) !== "neither").length;
    const isWhole = !isMore && count <= MOST_SHOWN;
    const missed: MissedSum = {
      since,
      count,
      mentions: concerning.length,
      isMore,
      isWhole,
      first: shown[0]?.id,
      older: isWhole ? [] : concerning.filter(({ id }) => id < first).slice(-MOST_MENTIONS),
    };
    this.#release({ missed, before: isWhole ? between.map(replayed(chat)) : [] });
  }

  #release(found?: { missed: MissedSum; before: readonly SeenEvent[] }): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    const { tell, missed } = this.#options;
    const stop = this.#since?.id ?? 0;
    const behind = held.findIndex((event) => isReplayed(event) && event.id > stop);
    if (found === undefined || (behind === -1 && found.before.length === 0)) {
      for (const event of held) tell(event);
      return;
    }
    const at = behind === -1 ? held.findIndex(({ type }) => type === "caught_up") : behind;
    for (const event of held.slice(0, at)) tell(event);
    if (found.missed.count > 0) missed(found.missed);
    for (const event of [...found.before, ...held.slice(at)]) tell(event);
  }
}

function isReplayed(event: ChatEvent): event is SeenEvent & { replayed: true } {
  return isDurable(event) && event.replayed;
}

/** What is read back is told as what the room has replayed. */
function replayed({ room }: Pick<Chat, "room">): (event: DurableEvent) => SeenEvent {
  return (event) => {
    const author = event.type === "message" ? event.uid : event.byUid;
    return { ...event, own: author === room.you?.uid, replayed: true };
  };
}
