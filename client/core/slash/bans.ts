import type { Ban, Kept } from "../../../src/protocol/event.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Chat } from "../chat.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { nameIn, type Pointed } from "./pointing.ts";
import type { SlashCommand, SlashOutcome } from "./slash-command.ts";
import { type Written, withWord } from "./with-person.ts";

const { commands, slash } = words;

const unban: SlashCommand = {
  name: "unban",
  ...commands.unban,
  role: "mod",
  firstWords: ({ chat }) => namesOf(chat, ({ list }) => list),
  run: (context, argument) =>
    withKeptOut({ context, argument, command: unban }, ({ list }, word) => {
      const [found] = called(list, word);
      return found === undefined ? slash.notBanned(word) : context.chat.unban(found.uid);
    }),
};

const allow: SlashCommand = {
  name: "allow",
  ...commands.allow,
  role: "mod",
  firstWords: ({ chat }) => namesOf(chat, ({ kept = [] }) => kept),
  run: (context, argument) =>
    withKeptOut({ context, argument, command: allow }, ({ kept = [] }, word) => {
      const [found, ...others] = called(kept, word);
      if (found === undefined) return slash.notKeptOut(word);
      if (others.length === 0) return context.chat.allow(found.uid);
      // Whoever waits outside may call themselves like somebody else who does.
      return slash.severalKeptOut([found, ...others].map(({ uid }) => uid));
    }),
};

const bans: SlashCommand = {
  name: "bans",
  ...commands.bans,
  role: "mod",
  async run({ chat, ui }): Promise<SlashOutcome> {
    const answer = await chat.bans();
    if (isProblem(answer)) return answer;
    const { list, kept = [] } = answer;
    const banned = list.map((ban) =>
      unbroken(slash.bannedBy({ ...ban, nick: isolateName(ban.nick), by: isolateName(ban.by) })),
    );
    ui.print(banned.length === 0 ? slash.nobodyBanned : banned.join("\n"));
    if (kept.length === 0) return;
    ui.print(unbroken(slash.keptOut(kept.map(({ nick, uid }) => ({ nick: isolateName(nick), uid })))));
  },
};

export const bansCommands: readonly SlashCommand[] = [unban, allow, bans];

interface KeptOut {
  list: Ban[];
  kept?: Kept[];
}

/** By their names, as the room has them now. */
async function namesOf(
  chat: Pick<Chat, "bans">,
  who: (bans: KeptOut) => readonly Pointed[],
): Promise<readonly string[]> {
  const bans = await chat.bans();
  return isProblem(bans) ? [] : who(bans).map(({ nick }) => nick);
}

/** Who is kept out is not here, so the name is looked up among those who are. */
function withKeptOut(
  written: Written,
  act: (bans: KeptOut, word: string) => SlashOutcome,
): SlashOutcome | Promise<SlashOutcome> {
  return withWord(written, async (word) => {
    const bans = await written.context.chat.bans();
    return isProblem(bans) ? bans : act(bans, nameIn(word));
  });
}

function called<Named extends Pointed>(people: readonly Named[], word: string): Named[] {
  return people.filter(({ nick, uid }) => uid === word || nickKey(nick) === nickKey(word));
}
