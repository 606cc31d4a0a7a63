import type { IrcCommands } from "../irc-client.ts";
import { CHANNELS } from "./channels.ts";
import { HISTORY } from "./history.ts";
import { QUERIES } from "./queries.ts";
import { REGISTRATION } from "./registration.ts";
import { TALK } from "./talk.ts";

/** Every command of a client. */
export const COMMANDS: IrcCommands = { ...REGISTRATION, ...CHANNELS, ...TALK, ...QUERIES, ...HISTORY };
