import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import type { Pointed } from "./pointing.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, tooLongNote } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

type Expelling = (
  context: SlashContext,
  person: Pointed,
  reason: string | undefined,
) => SlashOutcome | Promise<SlashOutcome>;

/** Puts somebody out, for a reason or none. */
function expelling(name: "kick" | "ban" | "bannet", act: Expelling): SlashCommand {
  const command: SlashCommand = {
    name,
    ...words.commands[name],
    role: "mod",
    run: (context, argument) =>
      withPerson(
        { context, argument, command },
        (person, reason) => tooLongNote(reason) ?? act(context, person, reason === "" ? undefined : reason),
      ),
  };
  return command;
}

export const expel: readonly SlashCommand[] = [
  expelling("kick", ({ chat }, { uid }, reason) => chat.kick(uid, reason)),
  expelling("ban", (context, person, reason) =>
    tellBanned(context, person, context.chat.ban(person.uid, { ...(reason !== undefined && { reason }) })),
  ),
  expelling("bannet", (context, person, reason) =>
    tellBanned(
      context,
      person,
      context.chat.ban(person.uid, { network: true, ...(reason !== undefined && { reason }) }),
    ),
  ),
];

/** The room tells of those alone whom a ban puts out. */
function tellBanned(
  { chat, ui }: SlashContext,
  { uid, nick }: Pointed,
  problem: SlashOutcome,
): SlashOutcome | Promise<SlashOutcome> {
  if (problem !== undefined || chat.room.members.some((member) => member.uid === uid)) return problem;
  return chat.bans().then((bans): SlashOutcome => {
    if (!isProblem(bans) && bans.list.some((each) => each.uid === uid))
      ui.print(unbroken(words.slash.nowBanned(isolateName(nick))));
  });
}
