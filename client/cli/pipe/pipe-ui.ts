import type { Ui } from "../../core/slash/slash-command.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { type LogLine, listed } from "../view/log-line.ts";
import type { LogAddition, View } from "../view/view.ts";
import { cliWords } from "../words/words.ts";

export interface PipeUiOptions {
  readonly view: View;
  readonly ignored: Map<string, string>;
  talk(shown: LogAddition): void;
  /** Shows what is the client's own. */
  tell(lines: readonly LogLine[]): void;
  quit(reason?: string): void;
}

/** What slash commands have of a screen where there is none: nobody can be asked, and no secret shown. */
export function pipeUi({ view, ignored, talk, tell: print, quit }: PipeUiOptions): Ui {
  const { pipe } = cliWords();
  const tell = (text: string) => print(safeText(text).split("\n").map(listed));
  return {
    print: tell,
    complain: (text) => tell(`! ${text}`),
    show: (messages, kind) => talk(view.page(messages, kind)),
    oldestShown: () => view.oldest,
    askSecret(question) {
      tell(`! ${pipe.asksAtTerminal(question.trim())}`);
      return Promise.resolve(undefined);
    },
    showLink: () => tell(`! ${pipe.codeAtTerminal}`),
    become: () => tell(`! ${pipe.linkAtTerminal}`),
    ignored,
    quit,
  };
}
