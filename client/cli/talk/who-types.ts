import type { ChatEvent } from "../../core/chat-event.ts";
import { type Clock, systemClock } from "../../core/clock.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { cliWords } from "../words/words.ts";

/** Milliseconds after which somebody no longer types: they tell it every three seconds while they do. */
const LASTS = 5_000;
/** People who are remembered; of more than two it is said that they are several. */
const MOST = 20;

export interface WhoTypesOptions {
  readonly ignored: ReadonlyMap<string, string>;
  readonly clock?: Clock;
  show(aside: string): void;
}

/** Who is writing just now, as it stands beside the draft. */
export class WhoTypes {
  readonly #options: WhoTypesOptions;
  /** How to forget each, by `uid`. */
  readonly #people = new Map<string, { readonly nick: string; forget(): void }>();

  constructor(options: WhoTypesOptions) {
    this.#options = options;
  }

  follow(event: ChatEvent): void {
    switch (event.type) {
      case "typing":
        this.#begin(event);
        return;
      case "message":
      case "left":
        this.#end(event.uid);
        return;
      case "state":
        if (event.state.state !== "online") for (const uid of this.#people.keys()) this.#end(uid);
        return;
      default:
        return;
    }
  }

  close(): void {
    for (const { forget } of this.#people.values()) forget();
  }

  #begin({ uid, nick }: { uid: string; nick: string }): void {
    const known = this.#people.get(uid);
    if (this.#options.ignored.has(uid) || (known === undefined && this.#people.size >= MOST)) return;
    known?.forget();
    const { clock = systemClock } = this.#options;
    this.#people.set(uid, { nick, forget: clock.setTimer(LASTS, () => this.#end(uid)) });
    this.#show();
  }

  #end(uid: string): void {
    const known = this.#people.get(uid);
    if (known === undefined) return;
    known.forget();
    this.#people.delete(uid);
    this.#show();
  }

  #show(): void {
    const nicks = [...this.#people.values()].map(({ nick }) => isolateName(oneLine(nick)));
    this.#options.show(nicks.length === 0 ? "" : cliWords().view.typing(nicks));
  }
}
