import { randomClient } from "../../../src/protocol/identity.ts";
import type { Chat, Saved } from "../../core/chat.ts";
import { systemClock } from "../../core/clock.ts";
import { createChat } from "../../core/create-chat.ts";
import type { Self } from "../person/self.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { nodeSocket } from "./socket.ts";
import { noAnswer } from "./trouble.ts";

/** Who comes in. */
export interface EnterOptions {
  readonly self: Pick<Self, "nick" | "token">;
  /** What they have seen before. */
  readonly saved?: Saved | undefined;
  /** The name of the client whose that is; by default, a new one. */
  readonly client?: string | undefined;
  /** Whether a program speaks here. */
  readonly bot?: boolean;
}

export interface Entrance {
  /** Not started yet. */
  readonly chat: Chat;
  /** Why the server could not be reached, in a sentence. */
  trouble(): string;
  /** Whether that may be otherwise in a moment. */
  mayPass(): boolean;
}

/** A chat in the room of the settings. Two runs of one person are two clients; a reconnect is none. */
export function enter(
  settings: ClientSettings,
  { self, saved, client = randomClient(), bot = false }: EnterOptions,
): Entrance {
  const { address, key, admin } = settings;
  const socket = nodeSocket(address, settings);
  const chat = createChat({
    connect: socket.connect,
    clock: systemClock,
    random: Math.random,
    nick: self.nick,
    token: self.token,
    client,
    ...(key !== undefined && { key }),
    ...(admin !== undefined && { admin }),
    ...(bot && { bot }),
    ...(saved !== undefined && { saved }),
  });
  return { chat, trouble: () => socket.trouble() ?? noAnswer(address), mayPass: socket.mayPass };
}
