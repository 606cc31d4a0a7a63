import { authorOf } from "../../../src/protocol/change.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../../core/chat.ts";
import { linkCode } from "../../core/link.ts";
import { isCalled } from "../../core/slash/self.ts";
import type { FoundMessage, SlashCommand, Ui } from "../../core/slash/slash-command.ts";
import { SLASH_COMMANDS } from "../../core/slash/slash-commands.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { completePath } from "../files/complete-path.ts";
import { pathInDraft } from "../files/file-commands.ts";
import type { Candidates } from "../prompt/edit/completion.ts";
import { emojis } from "../text/emojis.ts";
import { listed } from "../view/log-line.ts";
import type { PageKind, View } from "../view/view.ts";
import { cliWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";
import type { MissedPlace } from "./missed-place.ts";
import { revealCode } from "./reveal-code.ts";

export interface TerminalUiOptions {
  readonly desk: Pick<Desk, "print" | "columns" | "ask">;
  readonly view: View;
  readonly ignored: Map<string, string>;
  /** The person's secret, as it is now. */
  token(): string;
  become(token: string): void;
  readonly unread: MissedPlace;
  quit(reason?: string): void;
}

/** The screen of a terminal, as slash commands see it. */
export function terminalUi(options: TerminalUiOptions): Ui {
  const { desk, view, ignored } = options;
  const isHeard = (event: DurableEvent) => !ignored.has(authorOf(event));
  const heard = (message: Message | undefined) => message && (isHeard(message) ? message : undefined);
  const heardAround = ({ message, before, behind }: FoundMessage) => ({
    message,
    before: heard(before),
    behind: heard(behind),
  });
  const showPage = (events: readonly DurableEvent[], kind: PageKind) => {
    const heard = events.filter(isHeard);
    const isEmpty = events.length > 0 && heard.length === 0;
    desk.print(isEmpty ? view.remark(cliWords().view.onlyIgnored).lines : view.page(heard, kind).lines);
    if (kind === "history") view.wentBack(events);
  };
  return {
    print: (text) => desk.print(safeText(text).split("\n").map(listed)),
    complain: (text) => desk.print(view.remark(`! ${safeText(text)}`).lines),
    show: showPage,
    showFound: (found, text) => desk.print(view.found(found.map(heardAround), text).lines),
    oldestShown: () => view.oldest,
    askSecret: (label) => desk.ask({ type: "line", label, secret: true }),
    showLink: () => void revealCode(desk, linkCode(options.token())),
    become: options.become,
    ignored,
    topics: [{ name: "keys", ...cliWords().keys }],
    emojiNamed: (name) => emojis().named(name),
    unread: {
      after: () => options.unread.after,
      show: (events, id) => showPage(options.unread.goOn(events, id), "unread"),
    },
    quit: options.quit,
  };
}

/** What Tab completes in a draft. */
export function candidates(
  draft: string,
  { chat, ui, own }: { chat: Chat; ui: Ui; own: readonly SlashCommand[] },
): Candidates | Promise<Candidates> {
  const path = pathInDraft(draft);
  const commands = [...SLASH_COMMANDS, ...own];
  const usual = { nicks: nicksBySpeech(chat), commands: commands.map(({ name }) => `/${name}`) };
  if (path !== undefined) return completePath(path).then((span) => ({ ...usual, span }));
  const written = /^\/(\S+)\s/.exec(draft)?.[1]?.toLowerCase();
  const command = commands.find((each) => isCalled(each, written ?? ""));
  const words = command?.firstWords?.({ chat, ui, commands });
  return words instanceof Promise ? words.then((words) => ({ ...usual, words })) : { ...usual, words };
}

/** Who spoke last comes first. */
export function nicksBySpeech({ room, recent }: Pick<Chat, "room" | "recent">): string[] {
  const here = new Map(room.members.map(({ uid, nick }) => [uid, nick]));
  here.delete(room.you?.uid ?? "");
  const spoke = recent.toReversed().map(({ uid }) => uid);
  return [...new Set([...spoke, ...here.keys()])].flatMap((uid) => here.get(uid) ?? []);
}
