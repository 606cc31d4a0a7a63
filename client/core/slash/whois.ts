import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../chat.ts";
import { isProblem } from "../problem.ts";
import { isolate } from "../text/isolate.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import type { SlashCommand } from "./slash-command.ts";
import { withPerson } from "./with-person.ts";

const { commands, slash } = words;

/** Pages of history that are looked through for one answer. */
const MOST_PAGES = 5;

const whois: SlashCommand = {
  name: "whois",
  ...commands.whois,
  run: (context, argument) =>
    withPerson({ context, argument, command: whois }, ({ uid, nick }) => {
      const { chat, ui, arrivals } = context;
      const member = chat.room.members.find((each) => each.uid === uid);
      const { you, at } = chat.room;
      const since = uid === you?.uid && at > 0 ? at : arrivals.get(uid);
      const saidAt = chat.recent.findLast((message) => message.uid === uid)?.at;
      const told = {
        nick: isolateName(member?.nick ?? nick),
        uid,
        isHere: member !== undefined,
        role: member?.role,
        isBot: member?.bot === true,
        since,
        away: member?.away === undefined ? undefined : isolate(unbroken(member.away)),
      };
      const tell = (saidAt: number | undefined) => {
        ui.print(
          slash
            .whois({ ...told, saidAt })
            .map(unbroken)
            .join("\n"),
        );
      };
      if (saidAt !== undefined) return tell(saidAt);
      return lastSaid(chat, uid).then(tell);
    }),
};

/** When somebody said something before what is known here; undefined where that is too long ago, or can't be asked. */
async function lastSaid(chat: Pick<Chat, "recent" | "history">, uid: string): Promise<number | undefined> {
  let before = chat.recent[0]?.id;
  for (let left = MOST_PAGES; left > 0; left--) {
    const page = await chat.history({ limit: LIMITS.page, ...(before !== undefined && { before }) });
    if (isProblem(page)) return undefined;
    const said = page.events.findLast((event) => event.type === "message" && event.uid === uid);
    const next = page.before ?? page.events[0]?.id ?? 0;
    if (said !== undefined || !page.more || next >= (before ?? Number.POSITIVE_INFINITY)) return said?.at;
    before = next;
  }
  return undefined;
}

export const whoisCommands: readonly SlashCommand[] = [whois];
