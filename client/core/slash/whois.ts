import { isolate } from "../text/isolate.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import type { SlashCommand } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

const { commands, slash } = words;

const whois: SlashCommand = {
  name: "whois",
  ...commands.whois,
  run: (context, argument) =>
    withPerson({ context, argument, command: whois }, ({ uid, nick }) => {
      const { chat, ui, arrivals } = context;
      const member = chat.room.members.find((each) => each.uid === uid);
      const { you, at } = chat.room;
      const since = uid === you?.uid && at > 0 ? at : arrivals.get(uid);
      const said = chat.recent.findLast((message) => message.uid === uid);
      const told = {
        nick: isolateName(member?.nick ?? nick),
        uid,
        isHere: member !== undefined,
        role: member?.role,
        isBot: member?.bot === true,
        since,
        saidAt: said?.at,
        away: member?.away === undefined ? undefined : isolate(unbroken(member.away)),
      };
      ui.print(slash.whois(told).map(unbroken).join("\n"));
    }),
};

export const whoisCommands: readonly SlashCommand[] = [whois];
