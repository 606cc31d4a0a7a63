import type { Chat } from "../core/chat.ts";
import type { ChatEvent, ChatEventOf, SeenEvent } from "../core/chat-event.ts";
import { type Problem as CoreProblem, isProblem } from "../core/problem.ts";
import type { Draft, Entry } from "../core/sending/entry.ts";
import { GONE, toldProblem, UNSURE } from "./told-problem.ts";
import type { Stored } from "./types/answer.ts";
import type { Problem } from "./types/problem.ts";

/** Something on its way, and whoever waits for news of it. */
interface Open {
  readonly draft: Draft;
  settle(outcome: Stored | Problem): void;
}

type SayDraft = Extract<Draft, { type: "say" }>;

/** Promises of what is to be stored, kept or broken as the chat tells. */
export class Receipts {
  readonly #chat: Pick<Chat, "drop" | "outbox">;
  readonly #unclaimed: (what: Draft, problem: Problem) => void;
  readonly #open = new Map<number, Open>();
  /** Said and stored, but before a reconnect: which message it is shows when that is replayed. */
  #unheard: (Open & { readonly draft: SayDraft })[] = [];

  /** `unclaimed`: something was not stored that an earlier run has said, so that nobody waits for it. */
  constructor(
    chat: Pick<Chat, "drop" | "outbox">,
    unclaimed: (what: Draft, problem: Problem) => void = () => {},
  ) {
    this.#chat = chat;
    this.#unclaimed = unclaimed;
  }

  /** What becomes of something that was just put into the outbox. */
  of(entry: Entry | CoreProblem): Promise<Stored | Problem> {
    if (isProblem(entry)) return Promise.resolve(toldProblem(entry));
    return new Promise((settle) => this.#open.set(entry.key, { draft: entry.draft, settle }));
  }

  follow(event: ChatEvent): void {
    switch (event.type) {
      case "stored":
        this.#stored(event);
        return;
      case "failed":
        this.#fail(event.entry, toldProblem(event.problem));
        return;
      case "unsure":
        for (const entry of event.entries) {
          // Twice would be worse than told.
          this.#chat.drop(entry.key);
          this.#fail(entry, UNSURE);
        }
        return;
      case "message":
        this.#seen(event);
        return;
      case "caught_up":
        this.#settleUnheard(GONE);
        return;
      default:
    }
  }

  /** There is no more news to come. Of what is on its way nobody knows. */
  end(problem: Problem): void {
    const sent = new Set(this.#chat.outbox.flatMap(({ key, state }) => (state === "sent" ? [key] : [])));
    for (const key of [...this.#open.keys()]) this.#settle(key, sent.has(key) ? UNSURE : problem);
    this.#settleUnheard(GONE);
  }

  #stored({ entry: { key, draft }, id }: ChatEventOf<"stored">): void {
    if (draft.type !== "say") this.#settle(key, { id: draft.id });
    else if (id !== undefined) this.#settle(key, { id });
    else {
      const open = this.#take(key);
      if (open !== undefined) this.#unheard.push({ ...open, draft });
    }
  }

  #fail({ key, draft }: Entry, problem: Problem): void {
    const open = this.#take(key);
    if (open === undefined) this.#unclaimed(draft, problem);
    else open.settle(problem);
  }

  #seen(event: Extract<SeenEvent, { type: "message" }>): void {
    if (!event.own || !event.replayed) return;
    const found = this.#unheard.find(({ draft }) => isOf(draft, event));
    if (found === undefined) return;
    this.#unheard = this.#unheard.filter((each) => each !== found);
    found.settle({ id: event.id });
  }

  #settle(key: number, outcome: Stored | Problem): void {
    this.#take(key)?.settle(outcome);
  }

  #take(key: number): Open | undefined {
    const open = this.#open.get(key);
    this.#open.delete(key);
    return open;
  }

  #settleUnheard(problem: Problem): void {
    for (const { settle } of this.#unheard.splice(0)) settle(problem);
  }
}

/** Whether a message may be what was said; changed since, it has another text. */
function isOf(
  draft: SayDraft,
  { text, re, to, edited, files = [] }: Extract<SeenEvent, { type: "message" }>,
): boolean {
  const isChanged = text === undefined || edited === true;
  return (
    (isChanged || text === draft.text) &&
    (text === undefined || files.map(({ id }) => id).join() === (draft.files ?? []).join()) &&
    re === draft.re &&
    (to === undefined) === (draft.to === undefined)
  );
}
