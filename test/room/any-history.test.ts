import fc from "fast-check";
import { expect, test } from "vitest";
import { ERROR_CODES } from "../../src/protocol/error.ts";
import { type EventOf, parseEvents, type RoomEvent } from "../../src/protocol/event.ts";
import { commands } from "../protocol/any-command.ts";
import { times } from "../support/chance.ts";
import { RoomWorld } from "../support/room/room-world.ts";

const frame = fc.oneof(
  { weight: 20, arbitrary: commands().map((command) => JSON.stringify(command)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);
const step = fc.record({ who: fc.nat(3), frame, wait: fc.constantFrom(0, 0, 0, 500, 40_000) });

const isError = (event: RoomEvent): event is EventOf<"error"> => event.type === "error";

test("§8 whatever anybody sends, the room answers by the protocol and never breaks", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
      const world = new RoomWorld();
      const peers = [world.join("ana"), world.join("bob"), world.join("eve"), world.connect()];
      for (const { who, frame, wait } of steps) {
        world.pass(wait);
        const peer = peers[who];
        for (const error of peer?.sendRaw(frame).filter(isError) ?? []) {
          expect(ERROR_CODES).toContain(error.code);
          if (error.of !== undefined) expect(JSON.parse(frame)).toMatchObject({ type: error.of });
          if (error.cid !== undefined) expect(JSON.parse(frame)).toMatchObject({ cid: error.cid });
        }
        for (const each of peers) {
          const told = each.take();
          expect(parseEvents(JSON.stringify(told))).toEqual(told);
        }
      }
      world.crash();
      expect(world.welcome("max", { address: "elsewhere", key: "passphrase" }).type).toBe("welcome");
    }),
    { numRuns: times(300) },
  );
});
