import type { IrcCommands } from "../irc-client.ts";
import { CAPABILITY } from "./capability.ts";
import { HISTORY } from "./history.ts";
import { ORDERS } from "./orders.ts";
import { QUERIES } from "./queries.ts";
import { REGISTRATION } from "./registration.ts";
import { ROOMS } from "./rooms.ts";
import { TAGS } from "./tags.ts";
import { TALK } from "./talk.ts";

/** Every command of a client. */
export const COMMANDS: IrcCommands = {
  ...CAPABILITY,
  ...REGISTRATION,
  ...ROOMS,
  ...ORDERS,
  ...TALK,
  ...TAGS,
  ...QUERIES,
  ...HISTORY,
};
