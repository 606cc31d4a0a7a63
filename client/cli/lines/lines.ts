import { systemClock } from "../../core/clock.ts";
import type { ExitCode } from "../end/exit-code.ts";
import { journal } from "../gateway/journal.ts";
import { listenAddress } from "../gateway/listen-address.ts";
import { serve } from "../gateway/serve.ts";
import type { Call } from "../shell/call.ts";
import { settingsOf } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";
import { LineService } from "./line-service.ts";

const PORT = 12_345;

/** `papo lines`: a room for programs that know nothing but a socket. */
export function run(call: Call): Promise<ExitCode> {
  const { listen } = call.values;
  const at = listenAddress(typeof listen === "string" ? listen : undefined, PORT);
  const settings = settingsOf(call);
  const tell = journal({ json: call.values.json === true, now: systemClock.now });
  return serve({
    at,
    clock: systemClock,
    journal: tell,
    tooMany: `! ${cliWords().gateway.tooMany}\n`,
    answer: (guest) => new LineService({ settings, guest, clock: systemClock, journal: tell }),
  });
}
