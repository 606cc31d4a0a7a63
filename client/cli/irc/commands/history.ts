import type { DurableEvent } from "../../../../src/protocol/event.ts";
import type { HistoryQuery } from "../../../core/chat.ts";
import { isProblem, type Problem } from "../../../core/problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { type Reply, SERVER } from "../reply.ts";
import { readMsgid } from "../said-lines.ts";

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
      const channel = target.startsWith("#") ? client.channels.get(target.slice(1).toLowerCase()) : undefined;
      if (channel === undefined) return fail("INVALID_TARGET", irc.numerics.noSuchChannel);
      const [criterion = "", second = ""] = rest;
      const limit = Number(verb.toUpperCase() === "BETWEEN" ? rest[2] : second);
      if (!Number.isInteger(limit) || limit < 1) return fail("INVALID_PARAMS", irc.badLimit);
      const most = Math.min(limit, MOST);
      const range = rangeOf(verb.toUpperCase(), criterion, second);
      if (range === undefined) return fail("INVALID_PARAMS", irc.badCriterion);
      const events = await eventsIn(channel, range, most);
      if (isProblem(events)) return fail("MESSAGE_ERROR", irc.notNow);
      tell(client, reply, { channel, events });
    },
  },
};

/** A point of history: behind or before an id, or a time. */
type Point = { readonly id: number } | { readonly at: number };

interface HistoryRange {
  readonly after?: Point;
  readonly before?: Point;
  /** Whether the newest of it are wanted, where there are more. */
  readonly newest: boolean;
}

function pointOf(criterion: string): Point | undefined {
  const [, kind, value = ""] = /^(msgid|timestamp)=(.+)$/.exec(criterion) ?? [];
  if (kind === "msgid") return readMsgid(value);
  const at = Date.parse(value);
  return kind === "timestamp" && Number.isFinite(at) ? { at } : undefined;
}

function rangeOf(verb: string, criterion: string, second: string): HistoryRange | undefined {
  const point = pointOf(criterion);
  switch (verb) {
    case "LATEST":
      if (criterion === "*") return { newest: true };
      return point && { after: point, newest: true };
    case "BEFORE":
      return point && { before: point, newest: true };
    case "AFTER":
      return point && { after: point, newest: false };
    case "BETWEEN": {
      const other = pointOf(second);
      if (point === undefined || other === undefined) return undefined;
      const isForward = placeOf(point) <= placeOf(other);
      return isForward
        ? { after: point, before: other, newest: false }
        : { after: other, before: point, newest: true };
    }
    default:
      return undefined;
  }
}

function placeOf(point: Point): number {
  return "id" in point ? point.id : point.at;
}

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
      (event) => event.type === "message" && isBehind(event, after) && isBefore(event, before),
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

function isBehind(event: DurableEvent, point: Point | undefined): boolean {
  if (point === undefined) return true;
  return "id" in point ? event.id > point.id : event.at > point.at;
}

function isBefore(event: DurableEvent, point: Point | undefined): boolean {
  if (point === undefined) return true;
  return "id" in point ? event.id < point.id : event.at < point.at;
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
    for (const line of channel.lines(event)) {
      const isInner =
        line.tags?.batch !== undefined || (line.command === "BATCH" && line.params.length === 1);
      reply.line(isBatch && !isInner ? { ...line, tags: { ...line.tags, batch: name } } : line);
    }
  }
  if (isBatch) reply.line({ source: SERVER, command: "BATCH", params: [`-${name}`] });
}
