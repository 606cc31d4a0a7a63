import fc from "fast-check";
import type { CommandInput } from "../../src/protocol/command.ts";
import { anySubscription } from "../support/push/subscriptions.ts";

/** Every valid command, among few people and messages, so that commands come to meet each other. */
export function commands(): fc.Arbitrary<CommandInput> {
  const nick = fc.constantFrom("ana", "bob", "Bob", "жанна", "bób");
  const who = fc.oneof(nick, fc.constantFrom("ana---------", "bob---------", "zoe---------"));
  const text = fc
    .string({ unit: "grapheme-composite", minLength: 1, maxLength: 20 })
    .map((end) => `oi ${end}`);
  const id = fc.integer({ min: 1, max: 12 });
  const cid = fc.integer({ min: 1, max: 5 });
  const tag = fc.double({ noDefaultInfinity: true, noNaN: true });
  const limit = fc.integer({ min: 1, max: 200 });
  const role = fc.constantFrom("member", "mod", "owner");
  const type = <Type extends CommandInput["type"]>(name: Type) => fc.constant(name);
  const aimed = { who, reason: text };

  // A command that is missing here does not compile.
  const each: {
    readonly [Type in CommandInput["type"]]: fc.Arbitrary<Extract<CommandInput, { type: Type }>>;
  } = {
    join: fc.record(
      { type: type("join"), nick, token: fc.constant("t".repeat(22)), after: id, bot: fc.boolean() },
      { requiredKeys: ["type", "nick"] },
    ),
    say: fc.record(
      { type: type("say"), cid, text, to: who, re: id, me: fc.boolean() },
      { requiredKeys: ["type", "cid", "text"] },
    ),
    edit: fc.record({ type: type("edit"), cid, id, text }),
    delete: fc.record({ type: type("delete"), cid, id }),
    react: fc.record(
      { type: type("react"), cid, id, emoji: fc.constantFrom("👍", "❤️", "🇧🇷"), on: fc.boolean() },
      { requiredKeys: ["type", "cid", "id", "emoji"] },
    ),
    leave: fc.record({ type: type("leave"), reason: text }, { requiredKeys: ["type"] }),
    seen: fc.record({ type: type("seen"), id }),
    away: fc.record({ type: type("away"), text: fc.oneof(text, fc.constant(null)) }),
    visible: fc.record({ type: type("visible"), on: fc.boolean() }),
    typing: fc.record({ type: type("typing") }),
    nick: fc.record({ type: type("nick"), nick }),
    history: fc.oneof(
      fc.record({ type: type("history"), cid: tag, before: id, limit }),
      fc.record({ type: type("history"), cid: tag, after: id, limit }),
    ),
    search: fc.record({ type: type("search"), cid: tag, text, before: id, limit }),
    kick: fc.record({ type: type("kick"), ...aimed }, { requiredKeys: ["type", "who"] }),
    ban: fc.record(
      {
        ...{ type: type("ban"), ...aimed, network: fc.boolean() },
        ...{ hours: fc.integer({ min: 1, max: 8_760 }), hide: fc.boolean() },
      },
      { requiredKeys: ["type", "who"] },
    ),
    unban: fc.record({ type: type("unban"), who }),
    allow: fc.record({ type: type("allow"), who }),
    bans: fc.record({ type: type("bans"), cid: tag }),
    acts: fc.record({ type: type("acts"), cid: tag, limit: fc.integer({ min: 1, max: 200 }) }),
    invite: fc.record({ type: type("invite"), cid: tag, days: fc.integer({ min: 1, max: 365 }) }),
    hook: fc.record({ type: type("hook"), cid: tag, name: nick }),
    hooks: fc.record({ type: type("hooks"), cid: tag }),
    unhook: fc.record({ type: type("unhook"), cid: tag, name: nick }),
    push: fc.record({
      ...{ type: type("push"), cid: tag, for: fc.constantFrom("calls", "all", null) },
      subscription: fc.nat({ max: 7 }).map(anySubscription),
    }),
    role: fc.record({ type: type("role"), who, role }),
    topic: fc.record({ type: type("topic"), text: fc.oneof(text, fc.constant("")) }),
    lock: fc.record({ type: type("lock"), key: fc.constantFrom("passphrase", null) }),
    slow: fc.record({ type: type("slow"), seconds: fc.integer({ min: 0, max: 600 }) }),
  };
  return fc.oneof(...Object.values(each));
}
