import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../chat.ts";
import { isProblem } from "../problem.ts";
import { words } from "../words/words.ts";
import { type FoundMessage, type SlashCommand, type SlashOutcome, tooLongNote } from "./slash-command.ts";

const { commands, slash } = words;

/** Messages found at once, where what stands around them is shown, too: each may ask the room twice. */
const WITH_NEIGHBOURS = 10;

/** Events behind one among which the next message is looked for: changes of messages stand there, too. */
const NEAR = 5;

const search: SlashCommand = {
  name: "search",
  aliases: ["s"],
  ...commands.search,
  async run(context, argument): Promise<SlashOutcome> {
    const { chat, ui, search: last } = context;
    const isMore = argument === "more" || argument === "";
    const query = isMore ? last : { text: argument };
    if (query === undefined) return argument === "" ? slash.searchWhat : slash.noSearch;
    const tooLong = tooLongNote(query.text);
    if (tooLong !== undefined) return tooLong;
    const page = await chat.search({ ...query, ...(ui.showFound && { limit: WITH_NEIGHBOURS }) });
    if (isProblem(page)) return page;
    const { more, before } = page;
    const events = page.events.filter(({ uid }) => !ui.ignored.has(uid)).reverse();
    context.search = more && before !== undefined ? { text: query.text, before } : undefined;
    if (ui.showFound === undefined && events.length > 0) ui.show(events, "found");
    else if (events.length > 0) ui.showFound?.(await withNeighbours(chat, events), query.text);
    const none = events.length === 0;
    if (context.search !== undefined) ui.print(none ? slash.notFoundYet : slash.foundSome);
    else if (none) ui.print(slash.notFound);
  },
};

export const searchCommands: readonly SlashCommand[] = [search];

function withNeighbours(chat: Chat, found: readonly Message[]): Promise<FoundMessage[]> {
  return Promise.all(
    found.map(async (message) => {
      const [before, behind] = await Promise.all([
        neighbour(chat, message, "before"),
        neighbour(chat, message, "behind"),
      ]);
      return { message, before, behind };
    }),
  );
}

/** The message beside another one; undefined where there is none, or what stands there is not told. */
async function neighbour(
  chat: Chat,
  { id }: Message,
  side: "before" | "behind",
): Promise<Message | undefined> {
  const { recent } = chat;
  const at = recent.findIndex((each) => each.id === id);
  const beside = at === -1 ? undefined : recent[side === "before" ? at - 1 : at + 1];
  if (beside !== undefined || (at !== -1 && side === "behind")) return beside;
  const query = side === "before" ? { before: id, limit: 1 } : { after: id, limit: NEAR };
  const page = await chat.history(query);
  if (isProblem(page)) return undefined;
  return page.events.find(isMessage);
}

function isMessage(event: DurableEvent): event is Message {
  return event.type === "message";
}
