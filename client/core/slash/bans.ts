import type { Ban, Kept } from "../../../src/protocol/event.ts";
import { nickKey } from "../../../src/protocol/nick.ts";
import { isProblem } from "../problem.ts";
import { oneLine } from "../text/one-line.ts";
import { type Pointed, splitWord } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

const ban: SlashCommand = {
  name: "ban",
  usage: "<nick> [reason]",
  help: "Send somebody out of the room for good, and keep new people of their network out for a day.",
  role: "mod",
  run: (context, argument) =>
    withPerson({ context, argument, command: ban }, (person, reason) =>
      tellBanned(context, person, context.chat.ban(person.uid, reason === "" ? undefined : reason)),
    ),
};

const bannet: SlashCommand = {
  name: "bannet",
  usage: "<nick> [reason]",
  help: "Ban somebody, and send out everybody of their network (a school, a household). Mods and owners stay.",
  role: "mod",
  run: (context, argument) =>
    withPerson({ context, argument, command: bannet }, (person, reason) =>
      tellBanned(context, person, context.chat.banNetwork(person.uid, reason === "" ? undefined : reason)),
    ),
};

/** The room tells of those alone whom a ban puts out. */
function tellBanned(
  { chat, ui }: SlashContext,
  { uid, nick }: Pointed,
  problem: SlashOutcome,
): SlashOutcome | Promise<SlashOutcome> {
  if (problem !== undefined || chat.room.members.some((member) => member.uid === uid)) return problem;
  return chat.bans().then((bans): SlashOutcome => {
    if (!isProblem(bans) && bans.list.some((each) => each.uid === uid))
      ui.print(oneLine(`${nick} is banned.`));
  });
}

const unban: SlashCommand = {
  name: "unban",
  usage: "<nick>",
  help: "Let somebody in again; /bans lists who is kept out.",
  role: "mod",
  run: (context, argument) =>
    lookUp({ context, argument, command: unban }, ({ list }, word) => {
      const [found] = called(list, word);
      return found === undefined ? `Nobody called ${word} is banned.` : context.chat.unban(found.uid);
    }),
};

const allow: SlashCommand = {
  name: "allow",
  usage: "<nick>",
  help: "Let somebody in whom the ban of another one of their network keeps out; /bans lists them.",
  role: "mod",
  run: (context, argument) =>
    lookUp({ context, argument, command: allow }, ({ kept = [] }, word) => {
      const [found, ...others] = called(kept, word);
      if (found === undefined) return `Nobody called ${word} was kept out for their network lately.`;
      if (others.length === 0) return context.chat.allow(found.uid);
      // Whoever waits outside may call themselves like somebody else who does.
      const ids = [found, ...others].map(({ uid }) => uid).join(" or ");
      return `Several were kept out under that name. Write /allow ${ids}.`;
    }),
};

const bans: SlashCommand = {
  name: "bans",
  usage: "",
  help: "Show who is banned, and whom that kept out for their network alone.",
  role: "mod",
  async run({ chat, ui }): Promise<SlashOutcome> {
    const answer = await chat.bans();
    if (isProblem(answer)) return answer;
    const { list, kept = [] } = answer;
    const banned = list.map(({ nick, uid, by, reason }) =>
      oneLine(`${nick} (${uid}), by ${by}${reason === undefined ? "" : `: ${reason}`}`),
    );
    ui.print(banned.length === 0 ? "Nobody is banned." : banned.join("\n"));
    if (kept.length === 0) return;
    const names = kept.map(({ nick, uid }) => `${nick} (${uid})`).join(", ");
    ui.print(oneLine(`Kept out for their network alone: ${names}. /allow lets one of them in.`));
  },
};

export const bansCommands: readonly SlashCommand[] = [ban, bannet, unban, allow, bans];

interface Call {
  context: SlashContext;
  argument: string;
  command: SlashCommand;
}

/** Who is kept out is not here, so the name is looked up among those who are. */
async function lookUp(
  { context, argument, command }: Call,
  act: (bans: { list: Ban[]; kept?: Kept[] }, word: string) => SlashOutcome,
): Promise<SlashOutcome> {
  const [word] = splitWord(argument);
  if (word === "") return usage(command);
  const bans = await context.chat.bans();
  return isProblem(bans) ? bans : act(bans, word.replace(/^@/, ""));
}

function called<Named extends Pointed>(people: readonly Named[], word: string): Named[] {
  return people.filter(({ nick, uid }) => uid === word || nickKey(nick) === nickKey(word));
}
