import type { CliCatalogue } from "../words.ts";
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
import { lengthOf as duration } from "./units.ts";
import { view } from "./view.ts";

/** Every sentence that the terminal client shows in Brazilian Portuguese, by who shows it. */
export const portuguese: CliCatalogue = {
  language: "pt-BR",
  dates: "pt-BR",
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
