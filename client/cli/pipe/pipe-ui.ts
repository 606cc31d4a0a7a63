import type { Ui } from "../../core/slash/slash-command.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import type { LogAddition, View } from "../view/view.ts";

export interface PipeUiOptions {
  readonly view: View;
  readonly ignored: Map<string, string>;
  talk(shown: LogAddition): void;
  quit(): void;
}

/** What slash commands have of a screen where there is none: nobody can be asked, and no secret shown. */
export function pipeUi({ view, ignored, talk, quit }: PipeUiOptions): Ui {
  const tell = (text: string) =>
    void process.stderr.write(layOut(safeText(text).split("\n").map(listed), process.stderr));
  return {
    print: tell,
    complain: (text) => tell(`! ${text}`),
    show: (messages, kind) => talk(view.page(messages, kind)),
    oldestShown: () => view.oldest,
    askSecret(question) {
      tell(`! "${question.trim()}" can be asked at a terminal only.`);
      return Promise.resolve(undefined);
    },
    showLink: () => tell("! The code of /link is shown at a terminal only."),
    become: () => tell("! /link works at a terminal only."),
    ignored,
    quit,
  };
}
