import * as v from "valibot";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Problem } from "../../library/types/problem.ts";
import { storedIn } from "./stored-in.ts";
import { type AgentTool, tool } from "./tool.ts";

const who = v.string();
const reason = v.exactOptional(v.string());
const id = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What an agent can do where it is trusted to keep order, and the room has made it a mod. */
export const ORDER_TOOLS: readonly AgentTool[] = [
  tool({
    name: "delete",
    kind: "destroys",
    input: v.strictObject({ id }),
    run: (room, { id }) => storedIn(room, room.chat.delete(id)),
  }),
  tool({
    name: "kick",
    kind: "destroys",
    input: v.strictObject({ who, reason }),
    run: async ({ chat, orders }, { who, reason }) =>
      done(await orders.give("kick", () => chat.kick(who, reason))),
  }),
  tool({
    name: "ban",
    kind: "destroys",
    input: v.strictObject({
      who,
      reason,
      hours: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(LIMITS.banHours))),
      hide: v.exactOptional(v.boolean()),
    }),
    run: async ({ chat, orders }, { who, ...how }) =>
      done(await orders.give("ban", () => chat.ban(who, how))),
  }),
  tool({
    name: "unban",
    kind: "writes",
    input: v.strictObject({ who }),
    run: async ({ chat, orders }, { who }) => done(await orders.give("unban", () => chat.unban(who))),
  }),
  tool({
    name: "topic",
    kind: "writes",
    input: v.strictObject({ text: v.string() }),
    run: async ({ chat, orders }, { text }) => done(await orders.give("topic", () => chat.topic(text))),
  }),
];

function done(problem: Problem | undefined): object | Problem {
  return problem ?? { done: true };
}
