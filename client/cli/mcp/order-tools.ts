import * as v from "valibot";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import { type AgentTool, tool } from "./tool.ts";
import { storedOf, whenSettled } from "./when-settled.ts";

const who = v.string();
const reason = v.exactOptional(v.string());
const id = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What an agent can do where it is trusted to keep order, and the room has made it a mod. */
export const ORDER_TOOLS: readonly AgentTool[] = [
  tool({
    name: "delete",
    kind: "destroys",
    input: v.strictObject({ id }),
    run: async (room, { id }) => storedOf(await whenSettled(room, room.chat.delete(id))),
  }),
  tool({
    name: "kick",
    kind: "destroys",
    input: v.strictObject({ who, reason }),
    run: ({ chat }, { who, reason }) => answered(chat, "kick", () => chat.kick(who, reason)),
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
    run: ({ chat }, { who, ...how }) => answered(chat, "ban", () => chat.ban(who, how)),
  }),
  tool({
    name: "unban",
    kind: "writes",
    input: v.strictObject({ who }),
    run: ({ chat }, { who }) => answered(chat, "unban", () => chat.unban(who)),
  }),
  tool({
    name: "topic",
    kind: "writes",
    input: v.strictObject({ text: v.string() }),
    run: ({ chat }, { text }) => answered(chat, "topic", () => chat.topic(text)),
  }),
];

/** Does what the room answers only where it refuses: a question behind it is answered when it has been seen to. */
async function answered(chat: Chat, of: string, act: () => Problem | undefined): Promise<object | Problem> {
  let refusal: Problem | undefined;
  const stop = chat.subscribe((event) => {
    if (event.type === "error" && event.of === of) refusal = event.problem;
  });
  try {
    const answer = act() ?? (await chat.history({ limit: 1 }));
    return refusal ?? (isProblem(answer) ? answer : { done: true });
  } finally {
    stop();
  }
}
