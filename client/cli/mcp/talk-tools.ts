import * as v from "valibot";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { isProblem, localProblem } from "../../core/problem.ts";
import { toldProblem } from "../../library/told-problem.ts";
import { pageBehind, untilSaid } from "./listen.ts";
import { storedIn } from "./stored-in.ts";
import { toldToAgent } from "./told.ts";
import { type AgentTool, type ToolRoom, tool } from "./tool.ts";

/** Seconds that `wait` waits, at most: clients of the protocol give up after a minute. */
const LONGEST_WAIT = 50;
const MS = 1_000;

const text = v.string();
const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const limit = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.page)));

/** What every agent can do. */
export const TALK_TOOLS: readonly AgentTool[] = [
  tool({
    name: "say",
    kind: "writes",
    input: v.strictObject({
      text,
      to: v.exactOptional(v.string()),
      reply: v.exactOptional(id),
    }),
    run(room, { text, to, reply }) {
      const said = { text, ...(to !== undefined && { to }), ...(reply !== undefined && { re: reply }) };
      return storedIn(room, room.chat.say(said));
    },
  }),
  tool({
    name: "read",
    kind: "reads",
    input: v.strictObject({ after: v.exactOptional(id), limit }),
    run: ({ chat }, query) => pageBehind(chat, query),
  }),
  tool({
    name: "wait",
    kind: "reads",
    input: v.strictObject({
      after: v.exactOptional(id),
      seconds: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
    }),
    run: ({ chat, clock, signal }, { after, seconds = LONGEST_WAIT }) =>
      untilSaid(chat, { after, ms: Math.min(seconds, LONGEST_WAIT) * MS, clock, signal }),
  }),
  tool({
    name: "who",
    kind: "reads",
    input: v.strictObject({}),
    run({ chat: { room, state } }) {
      // Who was there before an outage may have gone since.
      if (state.state !== "online") return toldProblem(localProblem("offline"));
      return { room: room.name, topic: room.topic, you: room.you, members: room.members };
    },
  }),
  tool({
    name: "search",
    kind: "reads",
    input: v.strictObject({ text, before: v.exactOptional(id), limit }),
    run: search,
  }),
];

async function search({ chat }: ToolRoom, query: { text: string; before?: number; limit?: number }) {
  const found = await chat.search(query);
  if (isProblem(found)) return toldProblem(found);
  const { events, more, before } = found;
  return {
    events: events.map((event) => toldToAgent(event, chat.room.you)),
    more,
    ...(before !== undefined && { before }),
  };
}
