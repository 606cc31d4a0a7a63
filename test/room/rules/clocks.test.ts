import { describe, expect, test } from "vitest";
import { RoomClock } from "../../../src/room/state/room-clock.ts";
import { RoomWorld } from "../../support/room/room-world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("the steady clock", () => {
  /** A wall clock that a test sets. */
  function trial(start = 1_000) {
    let wall = start;
    const clock = new RoomClock(() => wall);
    return { clock, set: (time: number) => (wall = time) };
  }

  test("goes on with the wall clock, and takes a step for time gone by", () => {
    const { clock, set } = trial();
    const readings = [1_500, 400, 500, 1_400, 1_700].map((wall) => {
      set(wall);
      return [clock.wall(), clock.steady(), clock.isBehind];
    });
    expect(readings).toEqual([
      [1_500, 1_500, false],
      [400, 2_600, true],
      [500, 2_700, true],
      [1_400, 3_600, true],
      [1_700, 3_900, false],
    ]);
  });

  test("takes times of day over, and gives them back", () => {
    const { clock, set } = trial();
    set(2_000);
    clock.steady();
    set(500);
    expect(clock.steady()).toBe(3_500);
    expect(clock.since(400)).toBe(3_400);
    expect(clock.since(900)).toBe(3_500);
    expect(clock.until(800, 1_000)).toBe(3_800);
    expect(clock.until(9_999, 1_000)).toBe(4_500);
    expect(clock.until(300, 1_000)).toBe(3_300);
    expect(clock.wallAt(3_800)).toBe(800);
  });
});

/** What happens between something and its end, to the clock and to the instance. */
const STEPS = [2 * HOUR, -2 * HOUR, 30 * DAY, -30 * DAY];
const LIVES = ["the same instance", "hibernation", "a crash"] as const;
const TROUBLES = STEPS.flatMap((step) => LIVES.map((life) => [step / HOUR, life, step] as const));

function shown(world: RoomWorld) {
  const page = world.readMessages();
  return "events" in page ? page.events : [];
}

/** Sets the clock, as a resumed machine or a time server would; no alarm rings by itself after it. */
function trouble(world: RoomWorld, life: (typeof LIVES)[number], step: number): void {
  world.clock.advance(step);
  if (life === "hibernation") world.hibernate();
  if (life === "a crash") world.crash();
}

describe.each(TROUBLES)("the clock is set by %s hours, and then %s", (_, life, step) => {
  const isCrash = life === "a crash";

  /** ana, the owner, and bob are there and have spoken, while the clock was as it was. */
  function room(settings = {}) {
    const world = new RoomWorld(settings);
    const ana = world.join("ana");
    const bob = world.join("bob");
    ana.say("oi!");
    bob.say("oi!");
    ana.take();
    return { world, ana, bob };
  }

  test("flood control refills", () => {
    const { world, bob } = room();
    while (!bob.send({ type: "topic", text: "x" }).some((event) => "retryAfter" in event));
    trouble(world, life, step);
    const back = isCrash ? world.join("bob") : bob;
    world.clock.advance(1_000);
    for (let time = 0; time < 5; time++) expect(back.say("again").text).toBe("again");
    for (let second = 0; second < 30; second++) {
      world.clock.advance(1_000);
      expect(back.say("and again").text).toBe("and again");
    }
  });

  test("who types is shown again", () => {
    const { world, ana, bob } = room();
    bob.send({ type: "typing" });
    trouble(world, life, step);
    const [here, typist] = isCrash ? [world.join("ana"), world.join("bob")] : [ana, bob];
    here.take();
    for (let time = 0; time < 3; time++) {
      world.clock.advance(3_000);
      typist.send({ type: "typing" });
      expect(here.take().filter(({ type }) => type === "typing")).toHaveLength(1);
    }
  });

  test("a dropped nickname is free after its hold, though no alarm rings", () => {
    const { world, bob } = room();
    bob.lose();
    trouble(world, life, step);
    world.clock.advance(world.settings.nickHold);
    expect(world.enter("eve", { nick: "bob" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("and the others are told, as soon as the room is awake again", () => {
    if (life !== "hibernation") return expect(life).not.toBe("");
    const { world, ana, bob } = room();
    bob.lose();
    trouble(world, life, step);
    world.clock.advance(world.settings.nickHold);
    world.hibernate();
    expect(ana.take().filter(({ type }) => type === "left")).toMatchObject([{ nick: "bob", why: "lost" }]);
    expect((world.alarm ?? 0) - world.now).toBeLessThan(5 * 60_000);
  });

  test("slow mode lets somebody speak after its seconds", () => {
    const { world, ana, bob } = room();
    ana.send({ type: "slow", seconds: 60 });
    trouble(world, life, step);
    const back = isCrash ? world.join("bob") : bob;
    world.clock.advance(60_000);
    for (let time = 0; time < 3; time++) {
      back.take();
      expect(back.say("again").text).toBe("again");
      expect(back.send({ type: "say", cid: back.nextCid, text: "too soon" })).toMatchObject([
        { retryAfter: 60_000 },
      ]);
      world.clock.advance(60_000);
    }
  });

  test("wrong passphrases are forgotten after a minute", () => {
    const { world, ana } = room();
    ana.send({ type: "lock", key: "sesame" });
    const guess = () => world.enter("eve", { key: "wrong" }).take();
    for (let time = 0; time < 11; time++) guess();
    trouble(world, life, step);
    world.clock.advance(60_000);
    expect(guess()).toMatchObject([{ code: "bad_key" }]);
  });

  test("a network's ban ends after a day, and people's bans do not", () => {
    const { world, ana } = room();
    world.join("zoe", { address: "there" });
    ana.send({ type: "ban", who: "zoe" });
    trouble(world, life, step);
    const knock = (name: string) => world.enter(name, { address: "there" }).take();
    if (step < 0) expect(knock("eve")).toMatchObject([{ detail: "network_banned" }]);
    world.clock.advance(DAY);
    expect(knock("eve")).toMatchObject([{ type: "welcome" }]);
    expect(knock("zoe")).toMatchObject([{ code: "banned" }]);
  });

  test("nothing that was said is lost, once the clock is right again", () => {
    const { world } = room();
    trouble(world, life, step);
    world.pass(2 * HOUR);
    world.clock.advance(-step);
    world.pass(2 * HOUR);
    world.crash();
    expect(shown(world)).toHaveLength(2);
  });

  test("times never go back", () => {
    const { world, bob } = room();
    trouble(world, life, step);
    const back = isCrash ? world.join("bob") : bob;
    back.say("again");
    const times = shown(world).map((event) => event.at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});
