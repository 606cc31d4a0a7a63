import type { GatewayNews } from "../../../client/cli/gateway/journal.ts";
import { IrcHouse } from "../../../client/cli/irc/irc-house.ts";
import { IrcService } from "../../../client/cli/irc/irc-service.ts";
import type { Chat } from "../../../client/core/chat.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import { SimulatedRoom } from "../../sim/simulated-room.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { MemoryNetwork } from "../../support/room/memory-connection.ts";
import { tokenOf } from "../../support/token-of.ts";

/** A gateway and its clients over the real rooms of a server, all of it in memory. */
export class IrcTrial {
  readonly clock = new FakeClock();
  readonly news: GatewayNews[] = [];
  readonly house: IrcHouse;
  readonly #networks = new Map<string, MemoryNetwork>();
  readonly #down = new Set<string>();

  constructor() {
    this.house = new IrcHouse(
      {
        origin: "https://chat.example.org",
        at: (room, { nick, profile }) => ({
          chat: this.#chat(room, { nick, token: tokenOf(`${profile}-${nick}`) }),
          trouble: () => "Nobody is there.",
        }),
      },
      { clock: this.clock, journal: (news) => void this.news.push(news) },
    );
  }

  /** Somebody who is in a room by a client of papo's. */
  async person(nick: string, room = "lobby"): Promise<Chat> {
    const chat = this.#chat(room, { nick, token: tokenOf(nick) });
    chat.start();
    await this.settle();
    return chat;
  }

  /** A program that speaks IRC, before it has said anything. */
  guest(name = "guest"): IrcGuest {
    return new IrcGuest(this, name);
  }

  /** One that has said who it is, and is in these rooms. */
  async client(nick: string, { rooms = [], caps = [] }: Partial<IrcComing> = {}): Promise<IrcGuest> {
    const guest = this.guest(nick);
    const asked = caps.length === 0 ? [] : ["CAP LS 302", `CAP REQ :${caps.join(" ")}`, "CAP END"];
    await guest.say(...asked, `NICK ${nick}`, `USER ${nick} 0 * :${nick}`);
    for (const room of rooms) await guest.say(`JOIN #${room}`);
    guest.take();
    return guest;
  }

  /** Delivers all, and lets `ms` pass: by default what a beat of the room and a PING take. */
  async settle(ms = 300): Promise<void> {
    for (let left = ms; left >= 0; left -= 50) {
      await this.#deliver();
      if (left > 0) this.clock.advance(50);
    }
  }

  /** The way to a room is gone; what is on it is lost. */
  async breakOff(room = "lobby"): Promise<void> {
    this.#down.add(room);
    this.#network(room).cutAll();
    await this.settle();
  }

  async mend(room = "lobby"): Promise<void> {
    this.#down.delete(room);
    await this.settle(40_000);
  }

  async #deliver(): Promise<void> {
    do {
      for (const network of this.#networks.values()) network.run();
      // All that promises have set going.
      await new Promise(setImmediate);
    } while ([...this.#networks.values()].some(({ busy }) => busy.length > 0));
  }

  #chat(room: string, { nick, token }: { nick: string; token: string }): Chat {
    const network = this.#network(room);
    return createChat({
      connect: (listener) => {
        const connection = network.connect(listener);
        if (this.#down.has(room)) network.links.at(-1)?.cut();
        return connection;
      },
      clock: this.clock,
      random: () => 0.5,
      nick,
      token,
      client: "one",
    });
  }

  #network(room: string): MemoryNetwork {
    const known = this.#networks.get(room);
    if (known !== undefined) return known;
    const made = new MemoryNetwork(new SimulatedRoom(this.clock).accept);
    this.#networks.set(room, made);
    return made;
  }
}

interface IrcComing {
  readonly rooms: readonly string[];
  readonly caps: readonly string[];
}

/** What stands at the other end of a socket. */
export class IrcGuest {
  readonly service: IrcService;
  readonly #trial: IrcTrial;
  #heard = "";
  isOver = false;

  constructor(trial: IrcTrial, name: string) {
    this.#trial = trial;
    this.service = new IrcService(trial.house, {
      name,
      write: (text) => {
        if (!this.isOver) this.#heard += text;
      },
      end: () => {
        this.isOver = true;
      },
    });
  }

  /** Sends lines, and lets them be seen to. */
  async say(...lines: readonly string[]): Promise<void> {
    void this.service.take(Buffer.from(lines.map((line) => `${line}\r\n`).join("")));
    await this.#trial.settle();
  }

  /** What it was told since it was last asked, line by line. */
  take(): string[] {
    const lines = this.#heard.split("\r\n").filter((line) => line !== "");
    this.#heard = "";
    return lines;
  }

  /** The same, as far as it is of a kind. */
  only(...commands: readonly string[]): string[] {
    const isOne = new RegExp(`^(?:@\\S+ )?(?::\\S+ )?(?:${commands.join("|")})\\b`);
    return this.take().filter((line) => isOne.test(line));
  }
}
