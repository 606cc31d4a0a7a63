import { LIMITS } from "../../../src/protocol/limits.ts";
import { ROLES } from "../../../src/protocol/role.ts";
import { isProblem } from "../problem.ts";
import { oneLine } from "../text/one-line.ts";
import { lookBack } from "../timeline/look-back.ts";
import type { SlashCommand, SlashOutcome } from "./slash-command.ts";

const names: SlashCommand = {
  name: "names",
  aliases: ["who"],
  usage: "",
  help: "Show who is here.",
  run({ chat, ui }): SlashOutcome {
    const members = chat.room.members.toSorted(
      (a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || a.nick.localeCompare(b.nick),
    );
    const list = members
      .map(({ nick, role }) => (role === "member" ? nick : `${nick} (${role})`))
      .map(oneLine);
    ui.print(`${list.length} here: ${list.join(", ")}`);
  },
};

const topic: SlashCommand = {
  name: "topic",
  usage: "[text]",
  help: "Show what the room is about, or set it (mod).",
  run({ chat, ui }, text): SlashOutcome {
    if (text !== "") return chat.topic(text);
    ui.print(chat.room.topic === "" ? "This room has no topic." : `Topic: ${oneLine(chat.room.topic)}`);
  },
};

const history: SlashCommand = {
  name: "history",
  usage: "[how many]",
  help: "Show what was said before.",
  async run({ chat, ui }, argument): Promise<SlashOutcome> {
    const limit = argument === "" ? LIMITS.defaultPage : Number(argument);
    if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.page) {
      return `Write /history with 1 to ${LIMITS.page} messages.`;
    }
    const before = ui.oldestShown();
    const page = await lookBack(chat, { limit, ...(before !== undefined && { before }) });
    if (isProblem(page)) return page;
    if (page.events.length === 0) ui.print("There is nothing older.");
    else ui.show(page.events, "history");
  },
};

const search: SlashCommand = {
  name: "search",
  usage: "<text, or more>",
  help: "Find messages; /search more goes further back.",
  async run(context, argument): Promise<SlashOutcome> {
    const { chat, ui, search: last } = context;
    const query = argument === "more" ? last : { text: argument };
    if (query === undefined) return "Nothing is left to search. Write /search and a text.";
    if (query.text === "") return "Write /search and what you look for.";
    const page = await chat.search(query);
    if (isProblem(page)) return page;
    const { events, more, before } = page;
    context.search = more && before !== undefined ? { text: query.text, before } : undefined;
    if (events.length > 0) ui.show(events.toReversed(), "found");
    const found = events.length === 0 ? "Nothing found" : "These are the newest found";
    if (context.search !== undefined) ui.print(`${found}; /search more looks further back.`);
    else if (events.length === 0) ui.print("Nothing found.");
  },
};

export const look: readonly SlashCommand[] = [names, topic, history, search];
