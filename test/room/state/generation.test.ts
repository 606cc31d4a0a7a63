import { describe, expect, test } from "vitest";
import { goOn } from "../../../src/room/state/generation.ts";
import type { Profile } from "../../../src/room/state/store.ts";
import { RoomWorld } from "../../support/room/room-world.ts";

const EPOCH = 1_790_000_000_000;
const COPIED = 1_795_000_000_000;
const LATER = COPIED + 5;

const profileOf = (generation: number | undefined): Profile => ({
  ...{ epoch: EPOCH, topic: "tea", lock: undefined, slow: 3, emptySince: undefined },
  ...{ believed: EPOCH, doubted: undefined },
  generation,
  ...{ used: 0, usedDay: 0, shelf: undefined },
});

describe("§3.4 a stored room goes on", () => {
  const cases: [
    why: string,
    stored: number | undefined,
    present: number | undefined,
    after: Partial<Profile>,
  ][] = [
    ["where nobody counts generations, as on Cloudflare", undefined, undefined, {}],
    ["where nobody counts them any more", COPIED, undefined, {}],
    ["in data that was never copied", 1, 1, {}],
    ["in a copy in which it has been opened before", COPIED, COPIED, {}],
    ["from before they were counted, in data that was never copied", undefined, 1, { generation: 1 }],
    ["from before they were counted, in a copy", undefined, COPIED, { epoch: LATER, generation: COPIED }],
    ["in a copy", 1, COPIED, { epoch: LATER, generation: COPIED }],
    ["in a copy of a copy", COPIED, LATER, { epoch: LATER, generation: LATER }],
    ["in the original, after it was opened in a copy", COPIED, 1, { epoch: LATER, generation: 1 }],
  ];
  for (const [why, stored, present, after] of cases) {
    test(why, () => {
      expect(goOn(profileOf(stored), present, LATER)).toEqual({ ...profileOf(stored), ...after });
    });
  }

  test("with a later epoch than before, even if the clock was set back", () => {
    expect(goOn(profileOf(1), COPIED, EPOCH - 7).epoch).toBe(EPOCH + 1);
  });
});

test("§3.4 whoever knows a room from before it was restored is told to begin anew, and once", () => {
  const world = new RoomWorld({ dataGeneration: 1 });
  const ana = world.join("ana");
  ana.say("hello");
  const { epoch } = world.welcome("bob");
  const restored = new RoomWorld({ dataGeneration: COPIED }, world.database);
  const welcome = restored.welcome("ana", { after: 1, epoch });
  expect(welcome.epoch).toBeGreaterThan(epoch);
  expect(welcome).toMatchObject({ gap: true, events: [{ text: "hello" }] });
  const started = new RoomWorld({ dataGeneration: COPIED }, world.database);
  expect(started.welcome("ana", { after: 1, epoch: welcome.epoch })).toMatchObject({
    epoch: welcome.epoch,
    gap: false,
  });
});

test("a plain restart and a crash change no epoch", () => {
  const world = new RoomWorld({ dataGeneration: 1 });
  const { epoch } = world.welcome("ana");
  for (const again of [() => world.crash(), () => world.hibernate()]) {
    again();
    expect(world.welcome("bob").epoch).toBe(epoch);
  }
});
