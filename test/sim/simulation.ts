import type { Connect } from "../../client/core/connection/connection.ts";
import { createChat } from "../../client/core/create-chat.ts";
import { isProblem } from "../../client/core/problem.ts";
import { secrets } from "../../src/object/secrets.ts";
import { isDurable } from "../../src/protocol/change.ts";
import { parseEvents, type RoomEvent, type Unread } from "../../src/protocol/event.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { MemoryNetwork, step } from "../support/room/memory-connection.ts";
import { tokenOf } from "../support/token-of.ts";
import { Dice } from "./random.ts";
import { SimulatedRoom } from "./simulated-room.ts";
import { checkEnd, checkStep, Witness } from "./witness.ts";

/** Who takes part: a person with two clients, and three with one. */
const CAST = [
  { nick: "ana", client: "terminal" },
  { nick: "ana", client: "browser" },
  { nick: "bob", client: "terminal" },
  { nick: "carla", client: "terminal" },
  { nick: "davi", client: "terminal" },
];

/** What happened in a run, to be told with its result. */
export interface Tally {
  steps: number;
  said: number;
  reacted: number;
  cuts: number;
  hibernations: number;
  crashes: number;
  repeats: number;
}

/** One run, decided by its seed alone: the real clients and rules, a network in memory, and accidents. */
class Simulation {
  readonly tally: Tally = { steps: 0, said: 0, reacted: 0, cuts: 0, hibernations: 0, crashes: 0, repeats: 0 };
  readonly #dice: Dice;
  readonly #clock = new FakeClock();
  readonly #room = new SimulatedRoom(this.#clock);
  readonly #network = new MemoryNetwork(this.#room.accept);
  readonly #witnesses: Witness[];

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    this.#witnesses = CAST.map(({ nick, client }) => {
      const token = tokenOf(nick);
      const connect = this.#impatient(this.#network.connect, (cursor) => {
        witness.baseline ??= cursor;
      });
      const chat = createChat({
        connect,
        clock: this.#clock,
        random: this.#dice.random,
        nick,
        token,
        client,
      });
      const witness: Witness = new Witness({ uid: secrets.uidOf(token), client, chat });
      chat.start();
      return witness;
    });
  }

  run(steps: number): void {
    while (this.tally.steps < steps) {
      this.tally.steps++;
      this.#act();
      this.#room.ring();
      checkStep(this.#room, this.#witnesses);
    }
    this.#calm();
    checkEnd(this.#room, this.#witnesses);
  }

  #act(): void {
    const choice = this.#dice.below(100);
    if (choice < 60) this.#deliver();
    else if (choice < 80) this.#speak();
    else if (choice < 92) this.#clock.advance(this.#dice.below(this.#dice.oneIn(10) ? 8_000 : 60));
    else if (choice < 96) this.#cut();
    else if (choice < 99) this.tally.hibernations += this.#room.hibernate() ? 1 : 0;
    else this.#crash();
  }

  #deliver(): void {
    const lane = this.#dice.pick(this.#network.busy);
    if (lane) step(lane);
  }

  #speak(): void {
    const witness = this.#dice.pick(this.#witnesses);
    if (!witness) return;
    const { chat } = witness;
    if (this.#dice.oneIn(4)) {
      const read = this.#dice.pick(witness.seen)?.id ?? 0;
      witness.read = Math.max(read, witness.read);
      chat.seen(read);
    }
    if (this.#dice.oneIn(8)) chat.away(this.#dice.oneIn(2) ? null : `away ${this.tally.steps}`);
    const target = this.#dice.pick(chat.recent.filter(({ uid, deleted }) => uid === witness.uid && !deleted));
    if (target && this.#dice.oneIn(6)) {
      if (this.#dice.oneIn(3)) chat.delete(target.id);
      else chat.edit(target.id, `${target.text?.split("!")[0]}!${this.tally.steps}`);
      return;
    }
    const liked = this.#dice.pick(chat.recent.filter(({ deleted }) => !deleted));
    if (liked && this.#dice.oneIn(4)) {
      const reacted = chat.react(liked.id, this.#dice.oneIn(3) ? "❤️" : "👍", !this.#dice.oneIn(3));
      if (!isProblem(reacted)) this.tally.reacted++;
      return;
    }
    const text = `${witness.name}#${witness.said.length}`;
    const other = this.#dice.pick(chat.room.members);
    const to = other && this.#dice.oneIn(5) ? { to: other.uid } : {};
    if (isProblem(chat.say({ text, ...to }))) return;
    witness.said.push(text);
    this.tally.said++;
  }

  #cut(): void {
    this.tally.cuts++;
    this.#dice.pick(this.#network.links.filter((link) => !link.closed))?.cut();
  }

  #crash(): void {
    this.tally.crashes++;
    this.#room.crash();
    for (const link of this.#network.links) link.cut();
  }

  /** The network holds from now on, and everybody has time. */
  #calm(): void {
    for (let seconds = 0; seconds < 120; seconds++) {
      this.#network.run();
      this.#clock.advance(1_000);
      this.#room.ring();
      this.#network.run();
    }
  }

  /** A network that sometimes sends again, on a new connection, what was acknowledged on an older one. */
  #impatient(connect: Connect, onWelcome: (cursor: number) => void): Connect {
    const sent = new Map<number, string>();
    let stored = 0;
    return (listener) => {
      let newest = Number.POSITIVE_INFINITY;
      const connection = connect((event) => {
        for (const told of event.type === "frame" ? eventsOf(event.text) : []) {
          if (told.type === "stored") stored = Math.max(stored, told.cid);
          if (told.type === "welcome") onWelcome(told.cursor);
          newest = checkOrder(told, newest);
        }
        listener(event);
      });
      return {
        close: (code, reason) => connection.close(code, reason),
        send: (text) => {
          connection.send(text);
          const { cid, type } = text === "ping" ? { cid: undefined, type: "ping" } : JSON.parse(text);
          if (cid !== undefined && type !== "history") sent.set(cid, text);
          const old = type === "join" && this.#dice.oneIn(3) ? sent.get(stored) : undefined;
          if (old === undefined) return;
          this.tally.repeats++;
          connection.send(old);
        },
      };
    };
  }
}

/** One connection is told each durable event once, in order, from its welcome on. Returns the newest id told. */
function checkOrder(told: RoomEvent | Unread, newest: number): number {
  if (told.type === "welcome") return told.cursor;
  if (!isDurable(told)) return newest;
  if (told.id <= newest) throw new Error(`a connection was told ${told.id} after ${newest}`);
  return told.id;
}

function eventsOf(frame: string): (RoomEvent | Unread)[] {
  return frame === "pong" ? [] : (parseEvents(frame) ?? []);
}

/** Runs one simulation. Throws an error that names the seed if anything is lost, doubled or out of order. */
export function simulate(seed: number, steps: number): Tally {
  const simulation = new Simulation(seed);
  try {
    simulation.run(steps);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new Error(`seed ${seed}, step ${simulation.tally.steps}: ${told}`, { cause: error });
  }
  return simulation.tally;
}
