import { describe, expect, test } from "vitest";
import type { Recipient } from "../../src/object/departures.ts";
import { FanOut } from "../../src/object/fan-out.ts";
import { CLOSE } from "../../src/protocol/close-code.ts";
import type { RoomEvent } from "../../src/protocol/event.ts";
import type { Audience } from "../../src/room/effect.ts";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import type { SessionId } from "../../src/room/state/session.ts";
import { welcome } from "../support/room/scripted-room.ts";

let sockets = 0;

/** Somebody who listens: every frame as the texts in it, and in the end the close code. */
class Listener implements Recipient {
  readonly frames: (string[] | number)[] = [];
  readonly session: SessionId = ++sockets;

  send(frame: string, bytes: number): void {
    expect(bytes).toBe(new TextEncoder().encode(frame).length);
    this.frames.push(JSON.parse(frame).map(({ text }: { text: string }) => text));
  }

  close(code: number): void {
    this.frames.push(code);
  }
}

const event = (text: string): RoomEvent => ({ type: "topic", text, by: "ana", byUid: "u", at: 0 });
const arrival: RoomEvent = { type: "joined", nick: "ana", uid: "u", role: "member", at: 0 };
const departure: RoomEvent = { type: "left", nick: "ana", uid: "u", why: "left", at: 0 };
const everyone: Audience = { kind: "everyone" };
const others = (uid: string): Audience => ({ kind: "others", uid });
const people = (...uids: string[]): Audience => ({ kind: "people", uids });

/** A fan-out whose clock and timers a test moves, with a crowd large enough for a beat of its own. */
function trial({ crowd = 1_000 } = {}) {
  let now = 1_000_000;
  let stored = 0;
  let dirty = false;
  const timers: { at: number; run: () => void }[] = [];
  const listeners = new Map<SessionId, Listener>();
  const fanOut = new FanOut({
    clock: new RoomClock(() => now),
    isDirty: () => dirty,
    store: () => {
      stored++;
      dirty = false;
    },
    later: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        const place = timers.indexOf(timer);
        if (place >= 0) timers.splice(place, 1);
      };
    },
    recipient: (session) => listeners.get(session),
  });
  const enter = (uid: string) => {
    const listener = new Listener();
    listeners.set(listener.session, listener);
    fanOut.admit(listener, uid);
    return listener;
  };
  for (let index = 0; index < crowd; index++) enter(`crowd ${index}`);
  return {
    fanOut,
    timers,
    /** Milliseconds from now until the next timer. */
    get wait() {
      return Math.min(...timers.map(({ at }) => at)) - now;
    },
    /** Somebody comes. */
    arrive() {
      fanOut.tell(everyone, arrival);
      fanOut.settle();
    },
    /** Something is written without being told to anybody. */
    write: () => {
      dirty = true;
    },
    enter,
    get stored() {
      return stored;
    },
    connect() {
      const listener = new Listener();
      listeners.set(listener.session, listener);
      return listener;
    },
    /** Tells, as one command's effects. */
    tell(...told: readonly (readonly [Audience, string])[]) {
      for (const [to, text] of told) fanOut.tell(to, event(text));
      fanOut.settle();
    },
    /** Has the next timer run in its time. */
    beat() {
      timers.sort((one, other) => one.at - other.at);
      const timer = timers.shift();
      if (!timer) throw new Error("No timer is set");
      now = timer.at;
      timer.run();
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** All that may leave at once does, until something has to wait. */
    hurry() {
      for (let count = 0; timers.length === 0; count++) {
        if (count === 1_000) throw new Error("Nothing ever has to wait.");
        this.tell([everyone, "quick"]);
      }
    },
    /** So much is told that not even what is in haste leaves at once any more. */
    tire() {
      this.hurry();
      this.beat();
      for (const { frames } of listeners.values()) frames.length = 0;
    },
    /** Somebody sets the clock: no timer rings before it is back where it was. */
    setClock: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("§8 batching", () => {
  test("in a quiet room an event leaves at once", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.tell([everyone, "one"]);
    expect(ana.frames).toEqual([["one"]]);
    room.pass(50);
    room.tell([everyone, "two"]);
    expect(ana.frames).toEqual([["one"], ["two"]]);
    expect(room.timers).toEqual([]);
  });

  test("in a busy one what comes within a beat leaves together, with one timer", () => {
    const room = trial();
    const ana = room.enter("ana");
    for (const text of ["one", "two", "three", "four"]) room.tell([everyone, text]);
    expect(ana.frames).toEqual([["one"]]);
    expect(room.timers).toHaveLength(1);
    room.beat();
    expect(ana.frames).toEqual([["one"], ["two", "three", "four"]]);
    expect(room.timers).toEqual([]);
  });

  test.each([
    { crowd: 5_000, most: 400 },
    { crowd: 1_000, most: 80 },
    { crowd: 500, most: 40 },
    { crowd: 100, most: 8 },
    { crowd: 20, most: 1.6 },
  ])("of who talk on and on the next $crowd hear after $most ms", ({ crowd, most }) => {
    const room = trial({ crowd });
    for (let count = 0; count < 100; count++) {
      room.tell([everyone, "on"]);
      if (room.timers.length > 0) room.beat();
    }
    room.tell([everyone, "and on"]);
    expect(room.wait).toBeCloseTo(most);
  });

  test.each([
    { crowd: 20, atOnce: 32 },
    { crowd: 100, atOnce: 7 },
    { crowd: 500, atOnce: 2 },
    { crowd: 1_000, atOnce: 1 },
  ])(
    "what comes at the same time after a rest need not wait: $atOnce times among $crowd",
    ({ crowd, atOnce }) => {
      const room = trial({ crowd: crowd - 1 });
      const ana = room.enter("ana");
      room.hurry();
      expect(ana.frames).toHaveLength(atOnce);
      room.beat();
      room.pass(1_000);
      room.hurry();
      expect(ana.frames, "and again after the next").toHaveLength(2 * atOnce + 1);
    },
  );

  test("who comes and goes waits longer than what is said, and leaves with it", () => {
    const room = trial({ crowd: 100 });
    const ana = room.enter("ana");
    room.tire();
    room.arrive();
    const patience = room.wait;
    room.tell([everyone, "said"]);
    expect(room.wait).toBeLessThan(patience / 2);
    room.beat();
    expect(ana.frames).toEqual([[undefined, "said"]]);
    room.tell([everyone, "next"]);
    room.beat();
    expect(ana.frames.slice(1)).toEqual([["next"]]);
    room.arrive();
    expect(room.timers, "the timer that was overtaken is taken back").toHaveLength(1);
    expect(ana.frames).toHaveLength(2);
  });

  test("while a room fills up, who comes is welcomed with the next beat, and told to the others within a second", () => {
    const room = trial();
    const crowd = room.enter("crowd");
    room.arrive();
    crowd.frames.length = 0;
    const joiners = ["ana", "bob", "eve"].map((uid) => {
      const joiner = room.connect();
      room.fanOut.tell(everyone, { ...arrival, uid });
      room.fanOut.admit(joiner, uid);
      room.fanOut.tell({ kind: "session", session: joiner.session }, event(`welcome ${uid}`));
      room.fanOut.settle();
      expect(room.wait).toBeLessThanOrEqual(100);
      room.beat();
      expect(joiner.frames).toEqual([[`welcome ${uid}`]]);
      return joiner;
    });
    expect(crowd.frames).toEqual([]);
    expect(room.timers).toHaveLength(1);
    expect(room.wait).toBeLessThanOrEqual(1_000);
    room.beat();
    expect(crowd.frames).toEqual([[undefined, undefined, undefined]]);
    // Each of them has had the others in the welcome, or is told of them.
    expect(joiners.map(({ frames }) => frames.slice(1))).toEqual([
      [[undefined, undefined]],
      [[undefined]],
      [],
    ]);
    expect(room.timers).toEqual([]);
  });

  test("what is told to one alone takes what waits for them with it, and leaves it waiting for the others", () => {
    const room = trial();
    const [ana, bob] = [room.enter("ana"), room.enter("bob")];
    room.tire();
    room.arrive();
    room.tell([people("ana"), "to ana"]);
    room.beat();
    expect([ana.frames, bob.frames]).toEqual([[[undefined, "to ana"]], []]);
    room.tell([others("bob"), "of bob"], [people("ana"), "again"]);
    expect(room.timers).toEqual([]);
    expect([ana.frames, bob.frames]).toEqual([
      [
        [undefined, "to ana"],
        ["of bob", "again"],
      ],
      [[undefined]],
    ]);
  });

  test("who is closed need not wait until the others are told", () => {
    const room = trial();
    const [ana, bob] = [room.enter("ana"), room.enter("bob")];
    room.tire();
    room.fanOut.close(ana, CLOSE.left, "left");
    room.arrive();
    room.beat();
    expect([ana.frames, bob.frames]).toEqual([[CLOSE.left], []]);
    room.beat();
    expect([ana.frames, bob.frames]).toEqual([[CLOSE.left], [[undefined]]]);
  });

  test.each([
    { what: "what is said", told: event("said"), ms: 8 },
    { what: "who comes", told: arrival, ms: 400 },
    { what: "who goes", told: departure, ms: 400 },
  ])("among a hundred $what waits for its beat of $ms ms", ({ told, ms }) => {
    const room = trial({ crowd: 100 });
    room.tire();
    for (let count = 0; count < 5; count++) {
      room.fanOut.tell(everyone, told);
      room.fanOut.settle();
      expect(room.wait).toBe(ms);
      room.beat();
    }
  });

  test("while a room fills up who comes waits as long as in a room of those who are there by then", () => {
    const room = trial({ crowd: 0 });
    const ana = room.enter("ana");
    const waits = [];
    for (let count = 1; count <= 300; count++) {
      room.enter(`comer ${count}`);
      room.arrive();
      if (count % 100 === 0) waits.push(room.wait);
    }
    expect(waits).toEqual([404, 804, 900]);
    room.beat();
    expect(ana.frames).toEqual([[undefined], Array(299).fill(undefined)]);
  });

  test("who comes has no use for rest: what is told at once is what was said", () => {
    const room = trial({ crowd: 100 });
    room.arrive();
    room.arrive();
    expect(room.wait).toBe(400);
  });

  test("a welcome waits for others who come, and an answer does not", () => {
    const room = trial({ crowd: 100 });
    const joiner = room.connect();
    const alone: Audience = { kind: "session", session: joiner.session };
    room.tire();
    room.fanOut.tell(alone, welcome({ members: [] }));
    room.fanOut.settle();
    expect(room.wait).toBe(15);
    room.tell([alone, "an answer"]);
    expect(room.wait).toBe(8);
  });

  test("among a thousand who comes is welcomed long before the others are told, and nothing waits longer for that", () => {
    const room = trial();
    const joiner = room.connect();
    const alone: Audience = { kind: "session", session: joiner.session };
    room.tire();
    room.arrive();
    expect(room.wait).toBe(900);
    room.fanOut.tell(alone, welcome({ members: [] }));
    room.fanOut.settle();
    expect(room.wait).toBe(15);
    room.tell([alone, "an answer"]);
    expect(room.wait).toBe(15);
    room.beat();
    room.tell([alone, "an answer"]);
    expect(room.wait).toBe(80);
  });

  test("rest counts until something is said, whoever came meanwhile", () => {
    const room = trial({ crowd: 500 });
    const ana = room.enter("ana");
    room.tire();
    room.arrive();
    room.pass(800);
    room.tell([everyone, "one"]);
    room.tell([everyone, "two"]);
    expect(ana.frames).toEqual([[undefined, "one"], ["two"]]);
  });

  test("a timer that rings late saves up no rest: the thread has enough to do", () => {
    const room = trial({ crowd: 500 });
    room.tire();
    room.tell([everyone, "one"]);
    const [timer] = room.timers.splice(0);
    room.pass(500);
    timer?.run();
    room.tell([everyone, "two"]);
    expect(room.wait).toBe(40);
  });

  test("of many who come and are answered one by one, no timer is left behind", () => {
    const room = trial({ crowd: 100 });
    for (let count = 0; count < 200; count++) {
      room.arrive();
      room.tell([people("crowd 1"), "an answer"]);
      expect(room.timers.length).toBeLessThanOrEqual(1);
      if (room.timers.length > 0 && count % 3 === 0) room.beat();
    }
  });

  test("without anything to send no timer is set, and nothing is sent", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.fanOut.settle();
    room.tell([people("nobody"), "lost"]);
    room.fanOut.settle();
    expect(ana.frames).toEqual([]);
    expect(room.timers).toEqual([]);
  });

  test("letting somebody in sends nothing, so it sets no timer either", () => {
    const room = trial();
    room.tell([everyone, "one"]);
    room.enter("ana");
    room.fanOut.settle();
    expect(room.timers).toEqual([]);
  });

  test("what is written without being told is stored with the beat", () => {
    const room = trial();
    room.tire();
    const before = room.stored;
    room.write();
    room.fanOut.settle();
    expect(room.stored).toBe(before);
    expect(room.timers).toHaveLength(1);
    room.beat();
    expect(room.stored).toBe(before + 1);
  });

  test("all is stored before anything leaves", () => {
    const room = trial({ crowd: 0 });
    const seen: number[] = [];
    const ana = room.enter("ana");
    ana.send = () => seen.push(room.stored);
    const before = room.stored;
    room.tell([everyone, "one"]);
    expect(seen).toEqual([before + 1]);
  });
});

describe("who hears what", () => {
  test("personal events and shared ones stay in order, in one frame", () => {
    const room = trial();
    const [ana, bob] = [room.enter("ana"), room.enter("bob")];
    room.tell([everyone, "first"]);
    room.tell([everyone, "a"], [people("ana"), "b"], [everyone, "c"], [people("ana", "bob"), "d"]);
    room.tell([{ kind: "session", session: ana.session }, "e"], [everyone, "f"]);
    room.beat();
    expect(ana.frames).toEqual([["first"], ["a", "b", "c", "d", "e", "f"]]);
    expect(bob.frames).toEqual([["first"], ["a", "c", "d", "f"]]);
  });

  test("others: all but every socket of one", () => {
    const room = trial();
    const [ana, twin, bob] = [room.enter("ana"), room.enter("ana"), room.enter("bob")];
    room.tell([others("ana"), "typing"], [everyone, "said"]);
    expect([ana.frames, twin.frames, bob.frames]).toEqual([[["said"]], [["said"]], [["typing", "said"]]]);
  });

  test("one who has not been let in hears only what is for that socket", () => {
    const room = trial();
    const stranger = room.connect();
    room.tell([everyone, "a"], [{ kind: "session", session: stranger.session }, "refused"], [everyone, "b"]);
    expect(stranger.frames).toEqual([["refused"]]);
  });

  test("one who is gone within a beat is told nothing that came after", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.tell([everyone, "one"]);
    room.tell([people("ana"), "to ana"]);
    room.fanOut.forget(ana);
    room.tell([everyone, "later"]);
    room.beat();
    expect(ana.frames).toEqual([["one"], ["to ana"]]);
  });

  test("one let in within a beat hears what came after, not what waited before", () => {
    const room = trial();
    room.tell([everyone, "before the beat"]);
    room.tell([everyone, "told in the welcome"]);
    const ana = room.connect();
    room.fanOut.tell({ kind: "session", session: ana.session }, event("refused"));
    room.fanOut.admit(ana, "ana");
    room.tell([{ kind: "session", session: ana.session }, "welcome"], [everyone, "after"]);
    room.beat();
    expect(ana.frames).toEqual([["refused", "welcome", "after"]]);
  });

  test("one closed within a beat hears what came before, and then the close", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.tell([everyone, "first"]);
    room.tell([everyone, "before"], [people("ana"), "kicked"]);
    room.fanOut.close(ana, CLOSE.kicked, "kicked");
    room.fanOut.close(ana, CLOSE.tooSlow, "again");
    room.tell([everyone, "after"], [people("ana"), "after too"]);
    room.beat();
    expect(ana.frames).toEqual([["first"], ["before", "kicked"], CLOSE.kicked]);
  });

  test("one who came and went within a beat hears what was in between", () => {
    const room = trial();
    room.tell([everyone, "first"]);
    room.tell([everyone, "a"]);
    const ana = room.enter("ana");
    room.tell([everyone, "b"]);
    room.fanOut.close(ana, CLOSE.left, "left");
    room.tell([everyone, "c"]);
    room.beat();
    expect(ana.frames).toEqual([["b"], CLOSE.left]);
  });

  test("a close alone is sent at once in a quiet room", () => {
    const room = trial();
    const stranger = room.connect();
    room.fanOut.close(stranger, CLOSE.tooSlow, "no join");
    room.fanOut.settle();
    expect(stranger.frames).toEqual([CLOSE.tooSlow]);
  });

  test("one who is forgotten hears nothing more", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.tell([everyone, "first"]);
    room.tell([everyone, "second"]);
    room.fanOut.forget(ana);
    room.beat();
    room.pass(100);
    room.tell([people("ana"), "third"], [everyone, "fourth"]);
    expect(ana.frames).toEqual([["first"]]);
  });
});

describe("a clock that is set back, so that no timer rings", () => {
  test("has nothing wait for one: what waits leaves with the next thing that happens", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.tell([everyone, "one"], [everyone, "two"]);
    room.tell([everyone, "waits"]);
    expect(ana.frames).toEqual([["one", "two"]]);
    room.setClock(-7_200_000);
    room.tell([everyone, "after the step"]);
    room.pass(10);
    room.tell([everyone, "at once"]);
    expect(ana.frames).toEqual([["one", "two"], ["waits", "after the step"], ["at once"]]);
  });

  test("and has it wait again once the clock is where it was", () => {
    const room = trial();
    const ana = room.enter("ana");
    room.setClock(-7_200_000);
    room.tell([everyone, "one"]);
    room.setClock(7_200_001);
    room.tell([everyone, "two"]);
    room.tell([everyone, "waits"]);
    expect(ana.frames).toEqual([["one"], ["two"]]);
    room.beat();
    expect(ana.frames).toEqual([["one"], ["two"], ["waits"]]);
  });
});
