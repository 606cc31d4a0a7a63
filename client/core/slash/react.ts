import { isEmoji } from "../../../src/protocol/text/emoji.ts";
import { problemIn } from "../problem.ts";
import { words } from "../words/words.ts";
import { messageMeant } from "./pointing.ts";
import { type SlashCommand, type SlashOutcome, type Ui, usage } from "./slash-command.ts";

const { commands, slash } = words;

/** Without it, some emoji are letters: `❤` is what many keyboards write for `❤️`. */
const AS_EMOJI = "\ufe0f";

const react: SlashCommand = {
  name: "react",
  ...commands.react,
  run({ chat, ui }, argument): SlashOutcome {
    if (!chat.room.features.includes("reactions")) return slash.notHere;
    const [, before = "", written = ""] = /^([\s\S]*?)(\S*)$/.exec(argument) ?? [];
    if (written === "") return usage(react);
    const emoji = emojiIn(written, ui);
    if (emoji === undefined) return slash.noEmoji(written);
    const { message, rest } = messageMeant(chat, before);
    if (rest !== "") return strayIn(rest, react);
    return message === undefined ? slash.noSuchMessage : problemIn(chat.react(message.id, emoji));
  },
};

const unreact: SlashCommand = {
  name: "unreact",
  ...commands.unreact,
  run({ chat, ui }, argument): SlashOutcome {
    if (!chat.room.features.includes("reactions")) return slash.notHere;
    const [, before = "", last = ""] = /^([\s\S]*?)(\S*)$/.exec(argument) ?? [];
    const emoji = emojiIn(last, ui);
    const { message, rest } = messageMeant(
      chat,
      emoji === undefined ? argument : before,
      ({ reactions = [] }) =>
        reactions.some((each) => each.me && (emoji === undefined || each.emoji === emoji)),
    );
    if (rest !== "") return strayIn(rest, unreact);
    const mine = (message?.reactions ?? []).filter(
      (each) => each.me && (emoji === undefined || each.emoji === emoji),
    );
    if (message === undefined || mine.length === 0) return slash.noReaction;
    return mine.map((each) => problemIn(chat.react(message.id, each.emoji, false))).find(Boolean);
  },
};

export const reactCommands: readonly SlashCommand[] = [react, unreact];

/** What is wrong with a word too many: where a name may stand, it is nobody's. */
function strayIn(rest: string, command: SlashCommand): string {
  return /[\s^]/.test(rest) ? usage(command) : slash.nobodyCalled(rest);
}

/** The one emoji that a word is, or names as `:+1:`. */
function emojiIn(word: string, ui: Ui): string | undefined {
  const name = /^:(\S+):$/.exec(word)?.[1];
  const meant = name === undefined ? word : (ui.emojiNamed?.(name) ?? "");
  return [meant, meant + AS_EMOJI].find(isEmoji);
}
