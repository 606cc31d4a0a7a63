import { TYPING_INTERVAL } from "../../src/protocol/limits.ts";
import type { Chat, ChatOptions } from "./chat.ts";
import { Engine } from "./engine.ts";

/** A chat that has not started. */
export function createChat(options: ChatOptions): Chat {
  const { clock } = options;
  const engine = new Engine(options);
  const { attendance, sending, outbox, timeline, room, reading } = engine;
  let typedAt = Number.NEGATIVE_INFINITY;

  return {
    room,
    get state() {
      return attendance.state;
    },
    get outbox() {
      return outbox.entries;
    },
    get recent() {
      return engine.recent.messages;
    },

    subscribe: (listener) => engine.listeners.add(listener),
    start: () => attendance.start(),
    rejoin: (change = {}) => attendance.rejoin(change),
    wake: () => attendance.wake(),
    leave(within = 1_000, reason) {
      reading.hurry();
      return attendance.leave(within, reason);
    },
    close() {
      reading.hurry();
      attendance.close();
    },
    saved: () => ({
      ...timeline.position.saved,
      ...(outbox.stored !== undefined && { stored: outbox.stored }),
      outbox: outbox.entries,
    }),

    say: (saying) => sending.put({ type: "say", ...saying }),
    edit: (id, text) => sending.put({ type: "edit", id, text }),
    delete: (id) => sending.put({ type: "delete", id }),
    react: (id, emoji, on = true) => sending.put({ type: "react", id, emoji, on }),
    resend: (key) => sending.resend(key),
    drop: (key) => outbox.drop(key),
    typing() {
      const now = clock.now();
      if (attendance.state.state !== "online" || now - typedAt < TYPING_INTERVAL) return;
      typedAt = now;
      attendance.send({ type: "typing" });
    },
    seen: (id) => reading.reach(id),
    away: (text) => engine.command({ type: "away", text }),
    visible(on) {
      engine.visible = on;
      engine.sayVisible();
    },

    rename: (nick) => engine.command({ type: "nick", nick }),
    kick: (who, reason) => engine.command({ type: "kick", who, ...(reason !== undefined && { reason }) }),
    ban: (who, how = {}) => engine.command({ type: "ban", who, ...how }),
    unban: (who) => engine.command({ type: "unban", who }),
    allow: (who) => engine.command({ type: "allow", who }),
    role: (who, role) => engine.command({ type: "role", who, role }),
    topic: (text) => engine.command({ type: "topic", text }),
    lock: (key) => engine.command({ type: "lock", key }),
    unlock: () => engine.command({ type: "lock", key: null }),
    slow: (seconds) => engine.command({ type: "slow", seconds }),

    history: (query = {}) => engine.ask({ type: "history", ...query }, "history"),
    search: (query) => engine.ask({ type: "search", ...query }, "found"),
    acts: (query = {}) => engine.ask({ type: "acts", ...query }, "acts"),
    invite: (wanted) => engine.ask({ type: "invite", ...wanted }, "invite"),
    hook: (name) => engine.ask({ type: "hook", name }, "hook"),
    hooks: () => engine.ask({ type: "hooks" }, "hooks"),
    unhook: (name) => engine.ask({ type: "unhook", name }, "unhook"),
    push: (subscription, wants) => engine.ask({ type: "push", subscription, for: wants }, "push"),
    bans: () => engine.ask({ type: "bans" }, "bans"),
  };
}
