import { isAtLeast } from "../../../src/protocol/role.ts";
import { tokenOfLink } from "../link.ts";
import { isProblem } from "../problem.ts";
import { oneLine } from "../text/one-line.ts";
import { personOf, splitWord } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";

const help: SlashCommand = {
  name: "help",
  aliases: ["?"],
  usage: "[command]",
  help: "Show what can be typed.",
  run({ chat, ui, commands }, argument): SlashOutcome {
    const wanted = argument.replace(/^\//, "");
    const role = chat.room.you?.role ?? "member";
    const shown =
      wanted === ""
        ? commands.filter((command) => isAtLeast(role, command.role ?? "member"))
        : commands.filter((command) => isCalled(command, wanted));
    if (shown.length === 0) return `There is no /${wanted}. /help shows all there is.`;
    const rows = shown.map((command) => [headOf(command), command.help] as const);
    const width = Math.max(...rows.map(([head]) => head.length));
    ui.print(rows.map(([head, text]) => `${head.padEnd(width)}  ${text}`).join("\n"));
  },
};

const close: SlashCommand = {
  name: "close",
  aliases: ["quit", "exit"],
  usage: "",
  help: "Leave the room.",
  run({ ui }) {
    ui.quit();
  },
};

const nick: SlashCommand = {
  name: "nick",
  usage: "<new nickname>",
  help: "Change your nickname.",
  run({ chat }, argument): SlashOutcome {
    if (argument === "") return usage(nick);
    if (chat.state.state !== "refused") return chat.rename(argument);
    chat.rejoin({ nick: argument });
  },
};

const ignore: SlashCommand = {
  name: "ignore",
  usage: "[nick]",
  help: "Hide what somebody says from yourself, or show it again; alone: who is hidden.",
  run({ chat, ui }, argument): SlashOutcome {
    const [word] = splitWord(argument);
    if (word === "") {
      const list = [...ui.ignored.values()];
      ui.print(list.length === 0 ? "You ignore nobody." : oneLine(`You ignore: ${list.join(", ")}`));
      return;
    }
    const hidden = [...ui.ignored].find(([, name]) => name === word);
    const person = hidden === undefined ? personOf(chat, word) : { uid: hidden[0], nick: hidden[1] };
    if (person === undefined) return `Nobody here is called ${word}.`;
    if (person.uid === chat.room.you?.uid) return "You can't ignore yourself.";
    if (ui.ignored.delete(person.uid)) ui.print(oneLine(`You hear ${person.nick} again.`));
    else {
      ui.ignored.set(person.uid, person.nick);
      ui.print(oneLine(`You ignore ${person.nick} now. /ignore ${person.nick} ends it.`));
    }
  },
};

const link: SlashCommand = {
  name: "link",
  usage: "[enter]",
  help: "Be the same person elsewhere: shows a secret code here, and /link enter takes it there.",
  asksSecret: true,
  run(context, argument) {
    const { chat, ui } = context;
    if (argument === "") {
      ui.showLink();
      return;
    }
    // Refused before the next line, which may be the code.
    if (argument !== "enter") return usage(link);
    if (chat.outbox.length > 0) return "Something still waits to be sent as who you are now. Try again then.";
    return enterCode(context);
  },
};

async function enterCode({ ui }: SlashContext): Promise<SlashOutcome> {
  const code = await ui.askSecret("Code that /link shows elsewhere: ");
  if (code === undefined) return;
  const token = tokenOfLink(code);
  if (isProblem(token)) return token;
  ui.become(token);
}

export const self: readonly SlashCommand[] = [help, close, nick, ignore, link];

export function isCalled({ name, aliases }: SlashCommand, word: string): boolean {
  return name === word || aliases?.includes(word) === true;
}

function headOf({ name, aliases = [], usage }: SlashCommand): string {
  return [`/${name}`, usage, aliases.length > 0 ? `(${aliases.map((alias) => `/${alias}`).join(", ")})` : ""]
    .filter((part) => part !== "")
    .join(" ");
}
