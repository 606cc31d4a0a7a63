import { setTimeout as sleep } from "node:timers/promises";
import type { Dialect, Who } from "./dialect.ts";
import type { Ledger } from "./ledger.ts";
import { Listener } from "./listener.ts";
import { Member } from "./member.ts";
import type { Plan } from "./plan.ts";
import { textOf } from "./text.ts";

/** All members of a run. */
export class Crowd {
  readonly #plan: Plan;
  readonly #dialect: Dialect;
  readonly #ledger: Ledger;
  readonly #listeners: Listener[];
  readonly #members: Member[] = [];
  readonly #failures: string[] = [];
  #delivered = 0;

  constructor({ plan, dialect, ledger }: { plan: Plan; dialect: Dialect; ledger: Ledger }) {
    this.#plan = plan;
    this.#dialect = dialect;
    this.#ledger = ledger;
    this.#listeners = Array.from(
      { length: plan.members },
      (_, member) => new Listener({ ledger, member, echoes: dialect.echoes }),
    );
  }

  get delivered(): number {
    return this.#delivered;
  }
  get failures(): string[] {
    return this.#failures;
  }

  /** Brings everybody in; returns the ms from the first connect to the last welcome. */
  async join(onDelivery: (member: number, number: number) => void): Promise<number> {
    const start = performance.now();
    let next = 0;
    const bringIn = async () => {
      while (next < this.#plan.members) {
        const member = this.#enter(next++, onDelivery);
        await member.joined;
      }
    };
    await Promise.all(Array.from({ length: this.#plan.joiningAtOnce }, bringIn));
    return performance.now() - start;
  }

  /** Waits until there has been no news for so long. */
  async settle(seconds: number): Promise<void> {
    for (let before = -1, now = this.#news(); before !== now; now = this.#news()) {
      before = now;
      await sleep(seconds * 1000);
    }
  }

  /** The `count`th message is said by: all but member 0 in turn. */
  say(count: number): void {
    const sender = 1 + (count % (this.#members.length - 1));
    this.#members[sender]?.say(textOf(this.#ledger.send(sender)));
  }

  /** Whether everybody heard everything that was sent. */
  isComplete(): boolean {
    return (
      this.#ledger.length === this.#ledger.sent && this.#listeners.every((listener) => listener.isComplete())
    );
  }

  /** Whether all were told of all the others in their room; undefined where the server tells nobody. */
  rostersComplete(): boolean | undefined {
    if (!this.#dialect.tellsRoster) return undefined;
    const others = this.#plan.members / this.#plan.rooms - 1;
    return this.#members.every((member) => member.arrivals === others);
  }

  leave(): void {
    for (const member of this.#members) member.end();
  }

  #enter(index: number, onDelivery: (member: number, number: number) => void): Member {
    const listener = this.#listeners[index];
    const member = new Member({
      who: whoIs(index, this.#plan.rooms),
      dialect: this.#dialect,
      port: this.#plan.port,
      onMessage: (number) => {
        this.#delivered++;
        listener?.hear(number);
        onDelivery(index, number);
      },
      onFailure: (report) => this.#failures.push(report),
    });
    // A failed join is reported by `failures` too; whoever awaits it hears of it first.
    member.joined.catch(() => {});
    this.#members.push(member);
    return member;
  }

  #news(): number {
    return this.#members.reduce((sum, member) => sum + member.news, 0);
  }
}

function whoIs(index: number, rooms: number): Who {
  return {
    index,
    nick: `m${String(index).padStart(5, "0")}`,
    room: `room${index % rooms}`,
    address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  };
}
