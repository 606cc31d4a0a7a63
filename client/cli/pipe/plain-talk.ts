import { systemClock } from "../../core/clock.ts";
import { commandLine } from "../../core/slash/slash-commands.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { EXIT } from "../end/exit-code.ts";
import { output } from "../end/output.ts";
import { Ignored } from "../person/ignored.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { described } from "../view/described.ts";
import { layOut } from "../view/lay-out.ts";
import type { LogLine } from "../view/log-line.ts";
import { Teller } from "../view/teller.ts";
import type { LogAddition } from "../view/view.ts";
import { viewOf } from "../view/view-of.ts";
import { cliWords } from "../words/words.ts";
import type { Talk } from "./pipe-talk.ts";
import { pipeUi } from "./pipe-ui.ts";
import type { Visit } from "./visit.ts";

/** A person in a pipe: what is said goes to standard output, all the rest to standard error. */
export function plainTalk({ chat, tally, leave }: Visit, settings: ClientSettings): Talk {
  // Programs read this: a line is the same for everybody.
  const view = viewOf(settings, () => (settings.colorDepth === "none" ? undefined : chat.room.you));
  const talk = ({ lines }: LogAddition) => output.write(layOut(lines, process.stdout));
  const tell = (lines: readonly LogLine[]) => void process.stderr.write(layOut(lines, process.stderr));
  const status = ({ lines }: LogAddition) => tell(lines);
  const complain = (sentence: string) => status(view.remark(`! ${oneLine(sentence)}`));
  const ignored = new Ignored(settings, complain);
  const teller = new Teller({ chat, view, clock: systemClock, ignored, talk, status });

  chat.subscribe((event) => {
    teller.tell(event);
    if (event.type !== "unsure") return;
    for (const { draft } of event.entries) {
      status(view.remark(`! ${cliWords().pipe.maybeNotSent(described(draft))}`));
    }
  });
  const quit = (reason?: string) => void leave({ exitCode: EXIT.fine }, reason);
  const submit = commandLine(chat, pipeUi({ view, ignored, talk, tell, quit }));
  return {
    take: (line) => {
      if (submit(line) === "not_taken") tally.lose(1);
      return Promise.resolve();
    },
    refuse: complain,
  };
}
