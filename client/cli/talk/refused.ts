import type { Chat } from "../../core/chat.ts";
import type { Problem } from "../../core/problem.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { type Ending, endingOfRefusal } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import type { Self } from "../person/self.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { askPass } from "./ask-link.ts";
import { askNick } from "./ask-nick.ts";
import type { Desk } from "./desk.ts";

export interface Refused {
  readonly chat: Chat;
  readonly desk: Desk;
  readonly problem: Problem;
  /** Who tries to come in. */
  readonly self: Self;
  readonly settings: Pick<ClientSettings, "address" | "keyWithheld" | "pass">;
  /** Whether they have not been in the room yet. */
  readonly isNew: boolean;
}

/** Asks the person for what the room wants, and tries again. Returns the end, if they would rather leave. */
export async function askForBetter({
  chat,
  desk,
  problem,
  self,
  settings,
  isNew,
}: Refused): Promise<Ending | undefined> {
  const { keyWithheld } = settings;
  const reason = oneLine(sayProblem(problem));
  // Where there is a draft, somebody may be typing.
  const origin = desk.isOpen ? "by_itself" : "asked";
  switch (problem.problem) {
    case "bad_nick":
    case "nick_taken": {
      if (!isNew) {
        // On the way back: a draft may be there, and lines that wait.
        desk.print([sentence(`! ${cliWords().talk.takeAnother(reason)}`)]);
        return undefined;
      }
      desk.print([sentence(reason)]);
      const nick = await askNick(desk, self.nick, origin);
      if (nick === undefined) return { exitCode: EXIT.interrupted };
      self.comeAs(nick);
      chat.rejoin({ nick: self.nick, token: self.token });
      return undefined;
    }
    case "locked":
    case "bad_key": {
      desk.print([sentence(reason)]);
      if (problem.problem === "locked" && keyWithheld !== undefined) desk.print([sentence(keyWithheld)]);
      const key = await desk.ask({ type: "line", label: cliWords().talk.passphrase, secret: true }, origin);
      // Meanwhile one may have gone on as somebody else.
      if (chat.state.state !== "refused") return undefined;
      if (key === undefined) return { exitCode: EXIT.key };
      chat.rejoin({ key });
      return undefined;
    }
    case "no_pass": {
      const say = (said: string) => desk.print([sentence(oneLine(said))]);
      say(reason);
      const askUnseen = (label: string) => desk.ask({ type: "line", label, secret: true }, origin);
      const pass = await askPass({ askUnseen, say }, settings.address);
      if (pass === undefined) return { exitCode: EXIT.refused };
      const trouble = settings.pass.take(pass);
      if (trouble !== undefined) say(trouble);
      chat.rejoin({ anew: true });
      return undefined;
    }
    default:
      return endingOfRefusal(problem);
  }
}
