import { Buckets, type Rate } from "./token-bucket.ts";

/** What a command takes: a token of flood control, with `lookup` one of looking back, too; or next to nothing. */
export type Cost = "token" | "lookup" | "trifle" | "nothing";

/** How much more than one person everybody of a network may do together: a classroom behind one address, and no flood. */
const CROWD = { burst: 30, perSecond: 20 };

/** Whoever pays. */
export interface Payer {
  readonly uid: string;
  /** Salted hash of the network address. */
  readonly address: string;
  /** Whether they keep order: they are no part of their network's crowd. */
  readonly isMod: boolean;
}

/** Flood control: what people, and everybody of a network, may do for now. Times are on the steady clock. */
export class Flood {
  /** By `uid`. */
  readonly #people: Buckets;
  /** All who share an address. */
  readonly #networks: Buckets;
  /** Searches and pages of history, by address: they cost far more than a message, and identities cost nothing. */
  readonly #lookups: Buckets;
  /** Commands that take no token, by `uid`: far more of them than anybody's fingers make. */
  readonly #trifles: Buckets;

  /** Hooks, each by itself: a system that hurries keeps no person waiting. */
  readonly #hooks: Buckets;

  constructor({ burst, perSecond }: Rate) {
    this.#people = new Buckets({ burst, perSecond });
    this.#hooks = new Buckets({ burst, perSecond });
    this.#networks = new Buckets({ burst: CROWD.burst * burst, perSecond: CROWD.perSecond * perSecond });
    this.#lookups = new Buckets({ burst: 10 * burst, perSecond: 5 * perSecond });
    this.#trifles = new Buckets({ burst: 20 * burst, perSecond: 10 * perSecond });
  }

  /** Takes what something costs. Returns 0, or in how many milliseconds it can be afforded; then nothing is taken. */
  pay(cost: Cost, payer: Payer, now: number): number {
    const purses = this.#pursesFor(cost, payer);
    const wait = Math.max(0, ...purses.map(([buckets, key]) => buckets.wait(key, now)));
    if (wait === 0) for (const [buckets, key] of purses) buckets.take(key, now);
    return wait;
  }

  /** Takes one look-up and no more, likewise. */
  lookUp(address: string, now: number): number {
    return this.#lookups.take(address, now);
  }

  /** Takes one post of a hook, likewise. */
  hook(uid: string, now: number): number {
    return this.#hooks.take(uid, now);
  }

  #pursesFor(cost: Cost, { uid, address, isMod }: Payer): readonly (readonly [Buckets, string])[] {
    const own = [this.#people, uid] as const;
    const token = isMod ? [own] : [own, [this.#networks, address] as const];
    switch (cost) {
      case "nothing":
        return [];
      case "trifle":
        return [[this.#trifles, uid]];
      case "token":
        return token;
      case "lookup":
        return [...token, [this.#lookups, address]];
      default:
        return cost satisfies never;
    }
  }
}
