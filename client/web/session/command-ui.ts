import type { DurableEvent } from "../../../src/protocol/event.ts";
import { isAtLeast } from "../../../src/protocol/role.ts";
import { notifyCommand } from "../../core/slash/notify.ts";
import type { HelpRows, SlashCommand, Ui } from "../../core/slash/slash-command.ts";
import { commandLine, SLASH_COMMANDS, type Submitted } from "../../core/slash/slash-commands.ts";
import { oldestId } from "../model/log.ts";
import { wishesIn } from "../told/own-wishes.ts";
import { isTold, leaveRoom, wish } from "../told/pushing.ts";
import { panelWords } from "../words/panel-words.ts";
import { finderOf } from "./finder.ts";
import type { RoomSession } from "./room-session.ts";

/** What slash commands want of the page. */
class CommandUi implements Ui {
  readonly showsAway = true;
  readonly #session: RoomSession;

  constructor(session: RoomSession) {
    this.#session = session;
  }

  get ignored(): Map<string, string> {
    return this.#session.ui.ignored;
  }

  print(text: string): void {
    this.#session.ui.say({ kind: "print", text });
  }

  explain(rows: HelpRows): void {
    this.#session.ui.say({ kind: "rows", rows });
  }

  complain(text: string): void {
    this.#session.ui.complain(text);
  }

  show(messages: readonly DurableEvent[], kind: "history" | "found"): void {
    const { feed, chat, ui } = this.#session;
    if (kind === "history") {
      feed.log.prepend(messages);
      return;
    }
    const finder = finderOf(chat, ui.redraw);
    finder.begin("");
    finder.add(messages.toReversed());
    ui.turnTo("search");
    ui.redraw();
  }

  oldestShown(): number | undefined {
    return oldestId(this.#session.feed.log.items);
  }

  askSecret(question: string): Promise<string | undefined> {
    return this.#session.ui.question(question, true);
  }

  showLink(): void {
    const { ui } = this.#session;
    ui.open("about");
    ui.linking = true;
  }

  become(token: string): void {
    this.#session.become(token);
  }

  quit(): void {
    void leaveRoom(this.#session);
  }
}

/** The commands that this person can use here, for a list of them. */
export function offeredIn(session: RoomSession): readonly SlashCommand[] {
  const { features, you } = session.chat.room;
  const ui = new CommandUi(session);
  return [...SLASH_COMMANDS, notifyIn(session)].filter(
    ({ name, role = "member", suits }) =>
      isAtLeast(you?.role ?? "member", role) &&
      (suits?.(ui) ?? true) &&
      (name !== "away" || features.includes("away")),
  );
}

/** Takes what is written to a room's page as a command. */
export function commandsOf(session: RoomSession): (line: string) => Submitted {
  return commandLine(session.chat, new CommandUi(session), [notifyIn(session)]);
}

function notifyIn({ room }: RoomSession): SlashCommand {
  return notifyCommand({
    wishes: () => wishesIn(room),
    wish: (change) => wish(room, change),
    hindrance: () => (isTold() ? undefined : panelWords.telling.hindrance),
  });
}
