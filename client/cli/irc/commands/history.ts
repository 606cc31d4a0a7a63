import type { DurableEvent } from "../../../../src/protocol/event.ts";
import type { HistoryQuery } from "../../../core/chat.ts";
import { isProblem, type Problem } from "../../../core/problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import { type HistoryRange, isBefore, isBehind, rangeOf } from "../history-range.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { type Reply, SERVER } from "../reply.ts";

/** Messages in one answer. */
const MOST = 200;
/** Pages that are looked through for a time. */
const PAGES = 20;

/** What was said before: https://ircv3.net/specs/extensions/chathistory. */
export const HISTORY: IrcCommands = {
  CHATHISTORY: {
    needs: 4,
    async run(client, reply, { params: [verb = "", target = "", ...rest] }) {
      const fail = (code: string, why: string) => reply.fail("CHATHISTORY", code, verb, target, why);
      const { irc } = cliWords();
      const channel = client.channel(target);
      if (channel === undefined) return fail("INVALID_TARGET", irc.numerics.noSuchChannel);
      const [criterion = "", second = ""] = rest;
      const limit = Number(verb.toUpperCase() === "BETWEEN" ? rest[2] : second);
      if (!Number.isInteger(limit) || limit < 1) return fail("INVALID_PARAMS", irc.badLimit);
      const most = Math.min(limit, MOST);
      const range = rangeOf({ verb: verb.toUpperCase(), room: channel.room, criterion, second });
      if (range === undefined) return fail("INVALID_PARAMS", irc.badCriterion);
      const events = await eventsIn(channel, range, most);
      if (isProblem(events)) return fail("MESSAGE_ERROR", irc.notNow);
      tell(client, reply, { channel, events });
    },
  },
};

async function eventsIn(
  channel: Channel,
  range: HistoryRange,
  most: number,
): Promise<DurableEvent[] | Problem> {
  const { after, before, newest } = range;
  const found: DurableEvent[] = [];
  let query: HistoryQuery =
    !newest && after !== undefined && "id" in after
      ? { after: after.id, limit: MOST }
      : { limit: MOST, ...(before !== undefined && "id" in before && { before: before.id }) };
  for (let page = 0; page < PAGES; page++) {
    const answer = await channel.chat.history(query);
    if (isProblem(answer)) return answer;
    const fitting = answer.events.filter(
      (event) =>
        event.type === "message" &&
        event.to === undefined &&
        isBehind(event, after) &&
        isBefore(event, before),
    );
    if (query.after === undefined) found.unshift(...fitting);
    else found.push(...fitting);
    const isPast = answer.events.some((event) => !isBehind(event, after));
    const isEnough = newest || query.after !== undefined ? found.length >= most : false;
    if (!answer.more || isEnough || (query.after === undefined && isPast)) break;
    if (query.after === undefined) {
      if (answer.before === undefined) break;
      query = { limit: MOST, before: answer.before };
    } else {
      if (answer.after === undefined) break;
      query = { limit: MOST, after: answer.after };
    }
  }
  return newest ? found.slice(-most) : found.slice(0, most);
}

function tell(
  client: IrcClient,
  reply: Reply,
  { channel, events }: { channel: Channel; events: readonly DurableEvent[] },
): void {
  const name = client.batch();
  const isBatch = client.has("batch");
  if (isBatch)
    reply.line({ source: SERVER, command: "BATCH", params: [`+${name}`, "chathistory", channel.name] });
  for (const event of events) {
    if (event.type !== "message") continue;
    for (const line of channel.messages.lines(event)) {
      const isInner =
        line.tags?.batch !== undefined || (line.command === "BATCH" && line.params.length === 1);
      reply.line(isBatch && !isInner ? { ...line, tags: { ...line.tags, batch: name } } : line);
    }
  }
  if (isBatch) reply.line({ source: SERVER, command: "BATCH", params: [`-${name}`] });
}
