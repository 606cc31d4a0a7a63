import type { Chat } from "../chat.ts";
import { isProblem } from "../problem.ts";
import { sayProblem } from "../words/say-problem.ts";
import { words } from "../words/words.ts";
import { arrivalsIn } from "./arrivals.ts";
import { look } from "./look.ts";
import { order } from "./order.ts";
import { isCalled, nearestCommand, self } from "./self.ts";
import type { SlashCommand, SlashContext, SlashOutcome, Ui } from "./slash-command.ts";
import { talk } from "./talk.ts";

/** Every slash command, in the order of `/help`. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [...self, ...talk, ...look, ...order];

/**
 * `refused`: it was not done, the screen has said why, and the draft is worth
 * keeping. `not_taken`: so, and it was to be said, before all that was typed
 * behind it. `not_asked`: so, and what was typed behind it may be the secret
 * that it would have asked for.
 */
export type Submitted = "done" | "refused" | "not_taken" | "not_asked";

/**
 * Takes what a person has written when they press Enter: a message, or a slash
 * command, which is never sent as a message. `//x` says `/x`.
 * `own`: what the client at hand has besides.
 */
export function commandLine(
  chat: Chat,
  ui: Ui,
  own: readonly SlashCommand[] = [],
): (line: string) => Submitted {
  const commands = [...SLASH_COMMANDS, ...own].filter((each) => each.suits?.(ui) ?? true);
  const context: SlashContext = { chat, ui, commands, arrivals: arrivalsIn(chat) };
  const report = (outcome: SlashOutcome): Submitted => {
    if (outcome === undefined) return "done";
    ui.complain(isProblem(outcome) ? sayProblem(outcome) : outcome);
    return isProblem(outcome) && outcome.problem === "outbox_full" ? "not_taken" : "refused";
  };

  return (line) => {
    if (line.trim() === "") return "done";
    if (!line.startsWith("/") || line.startsWith("//")) {
      const result = chat.say({ text: line.startsWith("//") ? line.slice(1) : line });
      return report(isProblem(result) ? result : undefined) === "done" ? "done" : "not_taken";
    }
    const [, word = "", argument = ""] = /^\/(\S*)([\s\S]*)$/.exec(line) ?? [];
    const command = commands.find((each) => isCalled(each, word.toLowerCase()));
    if (command === undefined) {
      return report(words.slash.unknown({ word, meant: nearestCommand(word, commands) }));
    }
    const outcome = command.run(context, argument.trim());
    if (outcome instanceof Promise) {
      void outcome.then(report);
      return "done";
    }
    const submitted = report(outcome);
    return submitted === "refused" && command.leadsOn ? "not_asked" : submitted;
  };
}
