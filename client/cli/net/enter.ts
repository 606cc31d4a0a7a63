import { randomClient } from "../../../src/protocol/identity.ts";
import type { Chat, Saved } from "../../core/chat.ts";
import { systemClock } from "../../core/clock.ts";
import { createChat } from "../../core/create-chat.ts";
import type { Person } from "../person/person.ts";
import type { Settings } from "../shell/settings.ts";
import { nodeSocket } from "./socket.ts";
import { noAnswer } from "./trouble.ts";

/** Who comes in. */
export interface Visitor {
  readonly person: Pick<Person, "nick" | "token">;
  /** What they have seen before. */
  readonly saved?: Saved | undefined;
}

export interface Entrance {
  /** Not started yet. */
  readonly chat: Chat;
  /** Why the server could not be reached, in a sentence. */
  trouble(): string;
}

/** A chat in the room of the settings. Two runs of one person are two clients; a reconnect is none. */
export function enter({ address, key, admin }: Settings, { person, saved }: Visitor): Entrance {
  const socket = nodeSocket(address);
  const chat = createChat({
    connect: socket.connect,
    clock: systemClock,
    random: Math.random,
    nick: person.nick,
    token: person.token,
    client: randomClient(),
    ...(key !== undefined && { key }),
    ...(admin !== undefined && { admin }),
    ...(saved !== undefined && { saved }),
  });
  return { chat, trouble: () => socket.trouble() ?? noAnswer(address) };
}
