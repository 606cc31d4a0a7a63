import { LIMITS } from "../../../src/protocol/limits.ts";
import { ROLES } from "../../../src/protocol/role.ts";
import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { sayMember } from "../words/say-member.ts";
import { words } from "../words/words.ts";
import { historyCommands } from "./history.ts";
import { searchCommands } from "./search.ts";
import { type SlashCommand, type SlashOutcome, tooLongNote, usage } from "./slash-command.ts";
import { whoisCommands } from "./whois.ts";

const { commands, slash } = words;

const names: SlashCommand = {
  name: "names",
  aliases: ["who"],
  ...commands.names,
  run({ chat, ui }): SlashOutcome {
    const members = chat.room.members.toSorted(
      (a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || a.nick.localeCompare(b.nick),
    );
    const list = members.map((each) => sayMember({ ...each, nick: isolateName(each.nick) })).map(unbroken);
    ui.print(slash.here(list));
  },
};

const topic: SlashCommand = {
  name: "topic",
  ...commands.topic,
  run({ chat, ui }, text): SlashOutcome {
    if (text !== "") return tooLongNote(text) ?? chat.topic(text);
    ui.print(chat.room.topic === "" ? slash.noTopic : slash.topic(unbroken(chat.room.topic)));
  },
};

/** By a name of its own: whatever stands behind `/topic` may be one. */
const untopic: SlashCommand = {
  name: "untopic",
  ...commands.untopic,
  role: "mod",
  run: ({ chat }, argument) => (argument === "" ? chat.topic("") : usage(untopic)),
};

const unread: SlashCommand = {
  name: "unread",
  ...commands.unread,
  suits: (ui) => ui.unread !== undefined,
  async run({ chat, ui }): Promise<SlashOutcome> {
    const after = ui.unread?.after();
    if (after === undefined) return ui.print(slash.nothingUnread);
    const page = await chat.history({ after, limit: LIMITS.defaultPage });
    if (isProblem(page)) return page;
    const next = Math.max(page.after ?? 0, page.events.at(-1)?.id ?? 0);
    ui.unread?.show(page.events, page.more && next > after ? next : undefined);
  },
};

export const look: readonly SlashCommand[] = [
  names,
  ...whoisCommands,
  topic,
  untopic,
  ...historyCommands,
  unread,
  ...searchCommands,
];
