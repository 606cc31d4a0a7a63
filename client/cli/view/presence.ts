import type { ChatEventOf } from "../../core/chat-event.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { cliWords } from "../words/words.ts";

export type Coming = ChatEventOf<"joined">;
export type Going = ChatEventOf<"left">;

/** Comings and goings told one by one before the rest is gathered. */
const FREE = 4;
/** Milliseconds over which they are counted, and for which the rest is gathered. */
export const WINDOW = 10_000;
/** Nicknames in a gathered line. */
const NAMED = 5;

/** Folds comings and goings once there are many, so that they don't drown the talk. */
export class Presence {
  #told: number[] = [];
  readonly #come = new Map<string, string>();
  readonly #gone = new Map<string, string>();

  /** Whether this one is to be told by itself; otherwise it is gathered for `flush`. */
  take(event: Coming | Going, now: number): "told" | "gathered" {
    this.#told = this.#told.filter((at) => now - at < WINDOW);
    if (this.#told.length < FREE && !this.waiting) {
      this.#told.push(now);
      return "told";
    }
    const [here, there] = event.type === "joined" ? [this.#come, this.#gone] : [this.#gone, this.#come];
    // Who came and went meanwhile, or the other way round, has not been missed.
    if (!there.delete(event.uid)) here.set(event.uid, event.nick);
    return "gathered";
  }

  get waiting(): boolean {
    return this.#come.size + this.#gone.size > 0;
  }

  /** Whether somebody's coming has not been told yet. */
  isGathered(uid: string): boolean {
    return this.#come.has(uid) || this.#gone.has(uid);
  }

  /** What was gathered, in a line each. */
  flush(): string[] {
    const lines = [
      ...(this.#come.size > 0 ? [`→ ${cliWords().view.manyJoined(whoIn(this.#come))}`] : []),
      ...(this.#gone.size > 0 ? [`← ${cliWords().view.manyLeft(whoIn(this.#gone))}`] : []),
    ];
    this.#come.clear();
    this.#gone.clear();
    return lines;
  }
}

function whoIn(nicks: ReadonlyMap<string, string>) {
  return { nicks: [...nicks.values()].map(isolateName), most: NAMED };
}
