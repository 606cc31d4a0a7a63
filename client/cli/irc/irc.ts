import { systemClock } from "../../core/clock.ts";
import type { ExitCode } from "../end/exit-code.ts";
import { journal } from "../gateway/journal.ts";
import { listenAddress } from "../gateway/listen-address.ts";
import { serve } from "../gateway/serve.ts";
import type { Call } from "../shell/call.ts";
import { settingsOf } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";
import { IrcHouse } from "./irc-house.ts";
import { IrcService } from "./irc-service.ts";
import { roomsDoor } from "./rooms-door.ts";

const PORT = 6_667;

/** `papo irc`: a server's rooms for clients of IRC. */
export function run(call: Call): Promise<ExitCode> {
  const { listen } = call.values;
  const at = listenAddress(typeof listen === "string" ? listen : undefined, PORT);
  const settings = settingsOf(call, { room: "lobby" });
  const tell = journal({ json: call.values.json === true, now: systemClock.now });
  const house = new IrcHouse(roomsDoor(settings), { clock: systemClock, journal: tell });
  return serve({
    at,
    clock: systemClock,
    journal: tell,
    tooMany: `ERROR :${cliWords().gateway.tooMany}\r\n`,
    answer: (guest) => new IrcService(house, guest),
  });
}
