import { PUSH_LIMITS } from "../../protocol/limits.ts";
import type { LoggedMessage, StoredSubscription, SubscriptionShelf, WaitingPush } from "./store.ts";

/** Messages that wait to be looked through for whom they call; beyond that the oldest are forgotten. */
const MOST_HEARD = 1_000;

/**
 * The devices that are told of what is said while their people are not
 * looking, in memory and on disk at once.
 * What they are yet to be told is in memory, and on disk where it must wait for
 * longer than the instance surely lives: see {@link save}.
 */
export class Subscriptions {
  readonly #shelf: SubscriptionShelf;
  readonly #byId = new Map<number, StoredSubscription>();
  readonly #byUid = new Map<string, Map<number, StoredSubscription>>();
  #waiting = new Map<number, WaitingPush>();
  /** Of which devices the disk knows that something waits; all that it knows, as text; and whether there may be anything else by now. */
  #kept: ReadonlySet<number> = new Set();
  #saved = "[]";
  #isUnsaved = false;
  /** When people were last pushed to, on the steady clock, by `uid`. */
  readonly #pushedAt = new Map<string, number>();
  #heard: LoggedMessage[] = [];

  constructor(shelf: SubscriptionShelf) {
    this.#shelf = shelf;
    for (const subscription of shelf.all()) this.#take(subscription);
    if (this.size === 0) return;
    const waiting = shelf.waiting().filter(({ id }) => this.#byId.has(id));
    this.#waiting = new Map(waiting.map((push) => [push.id, push]));
    this.#saved = this.#text;
    this.#kept = new Set(this.#waiting.keys());
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: number): StoredSubscription | undefined {
    return this.#byId.get(id);
  }

  /** Those of somebody, the oldest first. */
  of(uid: string): StoredSubscription[] {
    return [...(this.#byUid.get(uid)?.values() ?? [])];
  }

  /** Who has any, with them. */
  people(): (readonly [uid: string, subscriptions: readonly StoredSubscription[]])[] {
    return Array.from(this.#byUid, ([uid, own]) => [uid, [...own.values()]] as const);
  }

  withEndpoint(endpoint: string): StoredSubscription | undefined {
    for (const subscription of this.#byId.values())
      if (subscription.endpoint === endpoint) return subscription;
    return undefined;
  }

  /** Whether there is no place for one more. */
  get isFull(): boolean {
    return this.size >= PUSH_LIMITS.room;
  }

  /** Takes a new one in. */
  add(subscription: Omit<StoredSubscription, "id">): void {
    const last = Math.max(0, ...this.#byId.keys());
    this.#keep({ ...subscription, id: last + 1 });
  }

  /** Somebody's is to be as it now is; what it waits for, it still does. */
  change(subscription: StoredSubscription): void {
    this.#keep(subscription);
  }

  drop({ id, uid }: StoredSubscription): void {
    if (!this.#byId.delete(id)) return;
    const own = this.#byUid.get(uid);
    own?.delete(id);
    if (own?.size === 0) {
      this.#byUid.delete(uid);
      this.#pushedAt.delete(uid);
    }
    this.#shelf.drop(id);
    if (!this.#waiting.delete(id)) return;
    this.#isUnsaved = true;
    // Another one may get its number.
    this.save();
  }

  /** Ends all of somebody's. */
  end(uid: string): void {
    for (const subscription of this.of(uid)) this.drop(subscription);
  }

  /** Notes a message that may call somebody. Without a subscription there is nobody. */
  hear(message: LoggedMessage): void {
    if (this.size === 0) return;
    this.#heard.push(message);
    if (this.#heard.length > MOST_HEARD) this.#heard.shift();
  }

  get hasHeard(): boolean {
    return this.#heard.length > 0;
  }

  /** What was heard since this was last asked. */
  takeHeard(): readonly LoggedMessage[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** What waits for a device. */
  waitingFor(id: number): WaitingPush | undefined {
    return this.#waiting.get(id);
  }

  /** All that waits. */
  get waiting(): readonly WaitingPush[] {
    return [...this.#waiting.values()];
  }

  wait(push: WaitingPush): void {
    this.#waiting.set(push.id, push);
    this.#isUnsaved = true;
  }

  /** It waits no more: it is sent, or need not be. */
  settle({ id }: WaitingPush): void {
    this.#waiting.delete(id);
    this.#isUnsaved = true;
  }

  /** Whether what waits may not be what the disk has. */
  get isUnsaved(): boolean {
    return this.#isUnsaved;
  }

  /** Has the disk know what waits: one row, whatever it is, or none where nothing has changed. */
  save(): void {
    this.#isUnsaved = false;
    const text = this.#text;
    if (text === this.#saved) return;
    this.#shelf.putWaiting(this.waiting);
    this.#saved = text;
    this.#kept = new Set(this.#waiting.keys());
  }

  /** Whether something waits for a device as far as the disk knows. */
  isKept(id: number): boolean {
    return this.#kept.has(id);
  }

  /** When somebody was last pushed to, on the steady clock. */
  pushedAt(uid: string): number | undefined {
    return this.#pushedAt.get(uid);
  }

  pushed(uid: string, now: number): void {
    this.#pushedAt.set(uid, now);
  }

  #keep(subscription: StoredSubscription): void {
    this.#take(subscription);
    this.#shelf.put(subscription);
  }

  #take(subscription: StoredSubscription): void {
    this.#byId.set(subscription.id, subscription);
    const own = this.#byUid.get(subscription.uid) ?? new Map<number, StoredSubscription>();
    this.#byUid.set(subscription.uid, own.set(subscription.id, subscription));
  }

  get #text(): string {
    return JSON.stringify([...this.#waiting.values()]);
  }
}
