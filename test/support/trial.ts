import type { ChatOptions } from "../../client/core/chat.ts";
import type { ChatEvent, ChatEventOf } from "../../client/core/chat-event.ts";
import { createChat } from "../../client/core/create-chat.ts";
import { FakeClock } from "./fake-clock.ts";
import { MemoryNetwork } from "./room/memory-connection.ts";
import { ModelRoom, type ModelRoomOptions } from "./room/model-room.ts";
import { tokenOf } from "./token-of.ts";

/** A room, a network and a clock, all in memory, and chats that use them. */
export class Trial {
  readonly clock = new FakeClock();
  readonly room: ModelRoom;
  readonly network: MemoryNetwork;

  constructor(options: ModelRoomOptions = {}) {
    this.room = new ModelRoom({ now: () => this.clock.now(), ...options });
    this.network = new MemoryNetwork(this.room.accept);
  }

  /** A chat that has started, with what it has told so far. */
  chat(nick: string, options: Partial<ChatOptions> = {}) {
    const told: ChatEvent[] = [];
    const chat = createChat({
      connect: this.network.connect,
      clock: this.clock,
      random: () => 0.5,
      nick,
      token: tokenOf(nick),
      client: "one",
      ...options,
    });
    chat.subscribe((event) => told.push(event));
    chat.start();
    const of = <Type extends ChatEvent["type"]>(...types: Type[]) =>
      told.filter((event): event is ChatEventOf<Type> => (types as string[]).includes(event.type));
    return {
      chat,
      told,
      of,
      /** The texts of the messages told, in order. */
      get texts() {
        return of("message").map(({ text }) => text);
      },
    };
  }

  /** Delivers all, and lets `ms` pass, over and over until nothing happens within that time. */
  settle(ms = 0): void {
    const end = this.clock.now() + ms;
    this.network.run();
    while (this.clock.now() < end) {
      this.clock.advance(Math.min(100, end - this.clock.now()));
      this.network.run();
    }
  }

  /** Every connection breaks; what is in flight is lost. */
  cut(): void {
    this.network.cutAll();
    this.network.run();
  }
}
