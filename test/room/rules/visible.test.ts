import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { isLookedAt, lookedAtUntil } from "../../../src/room/rules/looked-at.ts";
import type { Joined } from "../../../src/room/state/session.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const MINUTE = 60_000;

/** ana is in a room with a client and another, bob has said something. */
function roomOfTwo(settings = {}) {
  const world = new RoomWorld(settings);
  const ana = world.join("ana");
  const bob = world.join("bob");
  const two = world.join("ana", { client: "two" });
  ana.say("one");
  world.pass(10 * MINUTE);
  for (const peer of [ana, two, bob]) peer.take();
  const session = (client = "one"): Joined => {
    const sessions = [...(world.room.people.get(uidOf("ana"))?.sessions.values() ?? [])];
    const found = sessions.find((each) => each.client === client);
    if (!found) throw new Error("That client is not here.");
    return found;
  };
  const isSeen = (client?: string) => isLookedAt(session(client), world.now);
  return { world, ana, two, bob, session, isSeen };
}

describe("§5.14 visible", () => {
  test("is told to nobody, takes no token, and holds until the client says otherwise", () => {
    const { world, ana, two, bob, isSeen } = roomOfTwo({ burst: 1 });
    for (const on of [true, false, true, true]) {
      expect(ana.send({ type: "visible", on })).toEqual([]);
      expect([two.take(), bob.take(), isSeen(), isSeen("two")]).toEqual([[], [], on, false]);
    }
    world.pass(24 * 60 * MINUTE);
    expect(isSeen()).toBe(true);
    world.hibernate();
    expect(isSeen()).toBe(true);
    ana.send({ type: "visible", on: false });
    world.hibernate();
    expect(isSeen()).toBe(false);
  });

  test("tells since when a client is hidden", () => {
    const { world, ana, session } = roomOfTwo();
    ana.send({ type: "visible", on: true });
    expect(lookedAtUntil(session())).toBe(Number.POSITIVE_INFINITY);
    ana.send({ type: "visible", on: false });
    const since = world.now;
    world.pass(MINUTE);
    ana.send({ type: "visible", on: false });
    ana.say("from a hidden window");
    expect([lookedAtUntil(session()), lookedAtUntil(session("two"))]).toEqual([since, 0]);
  });

  test.each([[undefined], [null], ["true"], [1]])("on: %j is bad_frame", (on) => {
    const { ana } = roomOfTwo();
    const refusal = { code: "bad_frame", of: "visible", params: { field: "on" } };
    expect(ana.sendRaw(JSON.stringify({ type: "visible", on }))).toMatchObject([refusal]);
  });

  const hands: [string, (ana: Peer) => unknown][] = [
    ["say", (ana) => ana.say("oi!")],
    ["edit", (ana) => ana.edit(1, "uno")],
    ["delete", (ana) => ana.remove(1)],
    ["typing", (ana) => ana.send({ type: "typing" })],
  ];
  test.each(hands)("a client that never says is looked at for 5 minutes after %s", (_, act) => {
    const { world, ana, isSeen } = roomOfTwo();
    expect(isSeen()).toBe(false);
    act(ana);
    expect([isSeen(), isSeen("two")]).toEqual([true, false]);
    world.pass(5 * MINUTE - 1);
    world.hibernate();
    expect(isSeen()).toBe(true);
    world.pass(1);
    expect(isSeen()).toBe(false);
  });

  const others: CommandInput[] = [
    { type: "seen", id: 1 },
    { type: "history" },
    { type: "search", text: "one" },
    { type: "away", text: "lunch" },
    { type: "topic", text: "tea" },
  ];
  test.each(others)("$type is nothing that fingers must have done", (command) => {
    const { ana, isSeen } = roomOfTwo();
    ana.send(command);
    expect(isSeen()).toBe(false);
  });
});
