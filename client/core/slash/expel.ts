import type { Banning } from "../chat.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { readBanning } from "./banning.ts";
import type { Pointed } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, tooLongNote } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

const kick: SlashCommand = {
  name: "kick",
  ...words.commands.kick,
  role: "mod",
  run: (context, argument) =>
    withPerson(
      { context, argument, command: kick },
      ({ uid }, reason) => tooLongNote(reason) ?? context.chat.kick(uid, reason === "" ? undefined : reason),
    ),
};

function banning(name: "ban" | "bannet", which: Banning): SlashCommand {
  const command: SlashCommand = {
    name,
    ...words.commands[name],
    role: "mod",
    run: (context, argument) =>
      withPerson({ context, argument, command }, (person, written) => {
        const how = readBanning(written);
        if (typeof how === "string") return how;
        const tooLong = tooLongNote(how.reason ?? "");
        if (tooLong !== undefined) return tooLong;
        return tellBanned(context, person, context.chat.ban(person.uid, { ...how, ...which }));
      }),
  };
  return command;
}

export const expel: readonly SlashCommand[] = [
  kick,
  banning("ban", {}),
  banning("bannet", { network: true }),
];

/** Once, where it can be done, it is told what makes a ban worth something. The room tells of those alone whom one puts out. */
function tellBanned(
  context: SlashContext,
  { uid, nick }: Pointed,
  problem: SlashOutcome,
): SlashOutcome | Promise<SlashOutcome> {
  if (problem !== undefined) return problem;
  const { chat, ui } = context;
  const { you, members } = chat.room;
  const person = members.find((member) => member.uid === uid);
  if (you?.role === "owner" && person?.role !== "owner" && !context.hasBanned) {
    context.hasBanned = true;
    ui.print(words.slash.worthOfBans);
  }
  if (person !== undefined) return;
  return chat.bans().then((bans): SlashOutcome => {
    if (!isProblem(bans) && bans.list.some((each) => each.uid === uid))
      ui.print(unbroken(words.slash.nowBanned(isolateName(nick))));
  });
}
