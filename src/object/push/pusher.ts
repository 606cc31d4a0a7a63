import type { Effect } from "../../room/effect.ts";
import type { VapidKeys } from "../../room/report.ts";
import {
  isWanted,
  type PushOutcome,
  pushDue,
  pushSoon,
  settlePush,
  takeDue,
} from "../../room/rules/push/push.ts";
import type { PushOrder } from "../../room/rules/push/push-order.ts";
import type { Room } from "../../room/state/room.ts";
import { log } from "../log.ts";
import { encryptPush, newPushChance } from "./encrypt.ts";
import { outcomeOf } from "./push-answer.ts";
import { Vapid } from "./vapid.ts";

/** Pushes that one invocation makes: on the free plan it may ask 50 others. */
const MOST = 40;

/** Pushes on their way at a time: an invocation has six connections. */
const AT_ONCE = 6;

/** Milliseconds after which one is given up; of all together; and after which the rest goes on where time was short. */
const PATIENCE = 3_000;
const LONGEST = 10_000;
const REST = 15_000;

/** Milliseconds after which it is tried again where the deployment's keys can't be had. */
const NO_KEYS = 60_000;

/** Seconds for which a push service keeps what it can't deliver yet. */
const TTL = "86400";

/** What a pusher stands on. */
export interface PusherSupport {
  /** The room as it now is. */
  room(): Room;
  /** Has all on disk that was changed. */
  store(): void;
  /** Does what the rules want done. */
  run(effects: readonly Effect[]): void;
  /** Has the room woken at a time, in ms since 1970, or earlier: in an invocation of its own. */
  ringBy(at: number): void;
  /** Begins a turn: the time may be another. */
  beginTurn(): void;
  /** The deployment's keys. */
  keys(): Promise<VapidKeys>;
  /** Whom a push service may turn to, if the deployment says so. */
  readonly contact: string | undefined;
  fetch(endpoint: string, init: RequestInit): Promise<Response>;
}

/** A push that is taken up, and until when (in ms since 1970) it may begin. */
interface TakenUp {
  readonly order: PushOrder;
  readonly until: number;
}

/**
 * Sends pushes, beside the talk and never before it. What waits to be pushed is
 * the room's; from there it is taken up, so much at a time as one invocation
 * may send, and what there is no time for goes back.
 */
export class Pusher {
  readonly #support: PusherSupport;
  #left = MOST;
  #queue: TakenUp[] = [];
  #running: Promise<void> | undefined;
  #vapid: Promise<Vapid> | undefined;

  constructor(support: PusherSupport) {
    this.#support = support;
  }

  /** Another invocation begins, which may send as many again. */
  renew(): void {
    this.#left = MOST;
  }

  /** Sends what is due. Resolves once all that is taken up is through. */
  push(): Promise<void> {
    const { room, store, ringBy } = this.#support;
    const orders = takeDue(room(), this.#left);
    this.#left -= orders.length;
    // It is sent once at most: no crash may bring it back.
    store();
    const now = room().clock.wall();
    this.#queue.push(...orders.map((order) => ({ order, until: now + LONGEST - PATIENCE })));
    if (pushDue(room()) <= now) ringBy(now);
    if (orders.length > 0) {
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
    }
    return this.#running ?? Promise.resolve();
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const lanes = Array.from({ length: Math.min(AT_ONCE, this.#queue.length) }, () => this.#go());
      await Promise.all(lanes);
    }
    const { room, run } = this.#support;
    run(pushSoon(room()));
  }

  /** Sends one after the other, as long as there is time. */
  async #go(): Promise<void> {
    for (let taken = this.#queue.shift(); taken; taken = this.#queue.shift()) {
      const { order, until } = taken;
      const room = this.#support.room();
      if (!isWanted(room, order)) continue;
      const outcome: PushOutcome =
        this.#now < until ? await this.#send(order) : { type: "unsent", after: REST };
      this.#support.beginTurn();
      // Erased meanwhile: then there is nobody to be told.
      if (this.#support.room() === room) settlePush(room, order, outcome);
    }
  }

  async #send(order: PushOrder): Promise<PushOutcome> {
    const { subscription, news } = order;
    const vapid = await this.#introduction();
    if (!vapid) return { type: "again", after: NO_KEYS };
    try {
      const { endpoint } = subscription;
      const contact = this.#support.contact ?? contactAt(subscription.origin);
      const body = await encryptPush(JSON.stringify(news), subscription, { chance: await newPushChance() });
      const response = await this.#support.fetch(endpoint, {
        method: "POST",
        headers: {
          Authorization: await vapid.authorization({ to: new URL(endpoint).origin, contact }, this.#now),
          "Content-Encoding": "aes128gcm",
          "Content-Type": "application/octet-stream",
          TTL,
          Urgency: "high",
        },
        body,
        // Where it leads to, nobody has checked.
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
      void response.body?.cancel().catch(() => {});
      const outcome = outcomeOf(response, this.#now);
      // Such as a contact that a service finds fault with.
      if (outcome.type === "given_up")
        log("error", { room: this.#support.room().name, push: response.status });
      return outcome;
    } catch {
      // It hangs, or there is nobody. It may have been taken all the same, so it is not sent again.
      return { type: "given_up" };
    }
  }

  /** Undefined where the keys can't be had for now. */
  async #introduction(): Promise<Vapid | undefined> {
    this.#vapid ??= within(PATIENCE, this.#support.keys()).then((keys) => new Vapid(keys));
    try {
      return await this.#vapid;
    } catch (error) {
      this.#vapid = undefined;
      log("error", { room: this.#support.room().name, error });
      return undefined;
    }
  }

  /** In ms since 1970. */
  get #now(): number {
    return this.#support.room().clock.wall();
  }
}

/** The address of the deployment, by which people came; services want it to be of https, whatever it is. */
function contactAt(origin: string): string {
  return origin.replace(/^http:/, "https:");
}

/** What is promised, if it comes within so many milliseconds. */
async function within<Value>(milliseconds: number, promised: Promise<Value>): Promise<Value> {
  const ending = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    ending.addEventListener("abort", () => reject(new Error("There was no answer in time.")));
  });
  return await Promise.race([promised, late]);
}
