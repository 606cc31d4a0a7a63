import { isAtLeast } from "../../../src/protocol/role.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import { tokenOfLink } from "../link.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { nearest } from "../text/nearest.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { nameIn, personOf, splitWord } from "./pointing.ts";
import {
  type HelpRows,
  type SlashCommand,
  type SlashContext,
  type SlashOutcome,
  tooLongNote,
  usage,
} from "./slash-command.ts";

const { commands, slash } = words;

const help: SlashCommand = {
  name: "help",
  aliases: ["?", "ajuda"],
  ...commands.help,
  firstWords: ({ ui, commands }) => [...commands, ...(ui.topics ?? [])].map(({ name }) => name),
  run({ chat, ui, commands }, argument): SlashOutcome {
    const wanted = argument.replace(/^\//, "");
    const { topics = [] } = ui;
    const explain = (rows: HelpRows) => (ui.explain ? ui.explain(rows) : ui.print(inColumns(rows)));
    const topic = topics.find(({ name }) => name === wanted);
    if (topic !== undefined) return explain(topic.rows);
    const role = chat.room.you?.role ?? "member";
    const shown =
      wanted === ""
        ? commands.filter((command) => isAtLeast(role, command.role ?? "member"))
        : commands.filter((command) => isCalled(command, wanted));
    if (shown.length === 0) return slash.noHelp({ word: wanted, meant: nearestCommand(wanted, commands) });
    const rows = shown.map((command) => [headOf(command), command.help] as const);
    const more = wanted === "" ? topics.map(({ name, help }) => [`/help ${name}`, help] as const) : [];
    explain([...rows, ...more]);
  },
};

const close: SlashCommand = {
  name: "close",
  aliases: ["quit", "exit", "sair"],
  ...commands.close,
  run({ ui }, reason): SlashOutcome {
    const tooLong = tooLongNote(reason);
    if (tooLong !== undefined) return tooLong;
    ui.quit(reason === "" ? undefined : unbroken(reason));
  },
};

const nick: SlashCommand = {
  name: "nick",
  ...commands.nick,
  run({ chat }, argument): SlashOutcome {
    if (argument === "") return usage(nick);
    if (chat.state.state !== "refused") return chat.rename(argument);
    chat.rejoin({ nick: argument });
  },
};

const away: SlashCommand = {
  name: "away",
  ...commands.away,
  run({ chat, ui }, text): SlashOutcome {
    if (!chat.room.features.includes("away")) return slash.notHere;
    if (text === "" && chat.room.you?.away === undefined) return slash.notAway;
    const trouble = tooLongNote(text) ?? chat.away(text === "" ? null : text);
    if (trouble !== undefined) return trouble;
    if (!ui.showsAway) ui.print(text === "" ? slash.backAgain : slash.nowAway);
  },
};

const ignore: SlashCommand = {
  name: "ignore",
  ...commands.ignore,
  run({ chat, ui }, argument): SlashOutcome {
    const [word] = splitWord(argument);
    if (word === "") {
      const list = [...ui.ignored.values()].map(isolateName);
      ui.print(list.length === 0 ? slash.ignoreNobody : unbroken(slash.ignoreList(list)));
      return;
    }
    const key = nickKey(nameIn(word));
    const hidden = [...ui.ignored].find(([, name]) => nickKey(name) === key);
    const person = hidden === undefined ? personOf(chat, word) : { uid: hidden[0], nick: hidden[1] };
    if (person === undefined) return slash.nobodyCalled(word);
    if (person.uid === chat.room.you?.uid) return slash.ignoreSelf;
    if (ui.ignored.delete(person.uid)) ui.print(unbroken(slash.ignoreEnds(isolateName(person.nick))));
    else {
      ui.ignored.set(person.uid, person.nick);
      ui.print(unbroken(slash.ignoreBegins(isolateName(person.nick))));
    }
  },
};

const link: SlashCommand = {
  name: "link",
  ...commands.link,
  leadsOn: true,
  isConfidential: true,
  run(context, argument) {
    const { chat, ui } = context;
    if (argument === "") {
      ui.showLink();
      return;
    }
    // Refused before the next line, which may be the code.
    if (argument !== "enter") return usage(link);
    if (chat.outbox.length > 0) return slash.linkMustWait;
    return enterCode(context);
  },
};

async function enterCode({ ui }: SlashContext): Promise<SlashOutcome> {
  const code = await ui.askSecret(slash.linkQuestion);
  if (code === undefined) return;
  const token = tokenOfLink(code);
  if (isProblem(token)) return token;
  ui.become(token);
}

export const self: readonly SlashCommand[] = [help, close, nick, away, ignore, link];

/** The command that a misspelt one was to be. */
export function nearestCommand(word: string, commands: readonly SlashCommand[]): string | undefined {
  return nearest(
    word,
    commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  );
}

export function isCalled({ name, aliases }: SlashCommand, word: string): boolean {
  return name === word || aliases?.includes(word) === true;
}

function inColumns(rows: readonly (readonly [head: string, text: string])[]): string {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `${head.padEnd(width)}  ${text}`).join("\n");
}

function headOf({ name, aliases = [], usage }: SlashCommand): string {
  return [`/${name}`, usage, aliases.length > 0 ? slash.aliases(aliases) : ""]
    .filter((part) => part !== "")
    .join(" ");
}
