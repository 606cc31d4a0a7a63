import fc from "fast-check";
import { test } from "vitest";
import { times } from "../support/chance.ts";
import { uidOf } from "../support/token-of.ts";
import { type Action, CLIENTS, NICKS, PEOPLE, Play } from "./privacy-play.ts";

const who = fc.constantFrom(...PEOPLE);
const client = fc.constantFrom(...CLIENTS);
const nick = fc.constantFrom(...NICKS);
const id = fc.integer({ min: 1, max: 40 });
const to = fc.option(fc.oneof(nick, who.map(uidOf)), { nil: undefined, freq: 2 });
const emoji = fc.constantFrom("👍", "❤️");
const maybeId = fc.option(id, { nil: undefined, freq: 1 });
const what = <What extends Action["do"]>(name: What) => fc.constant(name);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: what("say"), who, client, to, re: maybeId }) },
  { weight: 4, arbitrary: fc.record({ do: what("edit"), who, client, id }) },
  { weight: 4, arbitrary: fc.record({ do: what("delete"), who, client, id }) },
  { weight: 4, arbitrary: fc.record({ do: what("react"), who, client, id, emoji, on: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: what("join"), who, client, nick, after: maybeId }) },
  { weight: 2, arbitrary: fc.record({ do: what("rename"), who, client, nick }) },
  { weight: 2, arbitrary: fc.record({ do: what("post"), who, nick, to }) },
  { weight: 1, arbitrary: fc.record({ do: what("leave"), who, client }) },
  { weight: 1, arbitrary: fc.record({ do: what("lose"), who, client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("wait", "crash") }) },
);

/** Everybody is here at first, so that there is somebody to talk to. */
const entrances = PEOPLE.map((name): Action => {
  return { do: "join", who: name, client: "one", nick: name, after: undefined };
});

test("§5 and §6 everybody sees what the rules allow: no more and no less, live and later, by every way", () => {
  const history = fc.array(action, { minLength: 1, maxLength: 50, size: "max" });
  const keep = fc.constantFrom(1_000, 12);
  const play = fc.property(history, keep, fc.nat(60), (actions, kept, after) => {
    const room = new Play(kept);
    for (const each of [...entrances, ...actions]) room.act(each);
    room.checkViews(after);
  });
  fc.assert(play, { numRuns: times(1_000) });
});
