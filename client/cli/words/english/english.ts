import { admin } from "./admin.ts";
import { config } from "./config.ts";
import { doctor } from "./doctor.ts";
import { end } from "./end.ts";
import { files } from "./files.ts";
import { gateway } from "./gateway.ts";
import { help } from "./help.ts";
import { irc } from "./irc.ts";
import { keys } from "./keys.ts";
import { lines } from "./lines.ts";
import { log } from "./log.ts";
import { man } from "./man.ts";
import { mcp } from "./mcp.ts";
import { person } from "./person.ts";
import { pipe } from "./pipe.ts";
import { prompt } from "./prompt.ts";
import { proxy } from "./proxy.ts";
import { read } from "./read.ts";
import { rooms } from "./rooms.ts";
import { send } from "./send.ts";
import { server } from "./server.ts";
import { shell } from "./shell.ts";
import { system } from "./system.ts";
import { talk } from "./talk.ts";
import { told } from "./told.ts";
import { duration } from "./units.ts";
import { view } from "./view.ts";

/**
 * Every sentence that the terminal client shows in English, by who shows it.
 * Each is whole, with what stands in it by name: another language may turn it
 * round. It is told facts (the code of an error, a number, whose message it is)
 * and whole sentences, never a piece of one: what English sentences share, such
 * as the reasons in `system.ts`, stays within these files. What all clients say
 * stands in `client/core`.
 */
export const english = {
  /** For what `Intl` writes. */
  language: "en-GB",
  /** The same for dates, which English has as ISO 8601 writes them. */
  dates: "sv-SE",
  duration,
  admin,
  config,
  doctor,
  end,
  files,
  gateway,
  help,
  irc,
  keys,
  lines,
  log,
  man,
  mcp,
  person,
  pipe,
  prompt,
  proxy,
  read,
  rooms,
  send,
  server,
  shell,
  system,
  talk,
  told,
  view,
};
