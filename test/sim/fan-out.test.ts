import fc from "fast-check";
import { expect, test } from "vitest";
import type { Recipient } from "../../src/object/departures.ts";
import { FanOut } from "../../src/object/fan-out.ts";
import { CLOSE } from "../../src/protocol/close-code.ts";
import type { RoomEvent } from "../../src/protocol/event.ts";
import type { Audience } from "../../src/room/effect.ts";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import { times } from "../support/chance.ts";

/** Somebody, who hears something: what came, and what should have, if each event were sent to each at once. */
class Ear implements Recipient {
  readonly heard: string[] = [];
  readonly due: string[] = [];
  isOpen = true;

  send(frame: string): void {
    this.heard.push(
      ...JSON.parse(frame).map(({ nick, text }: { nick?: string; text?: string }) => text ?? nick),
    );
  }

  close(): void {
    this.heard.push("closed");
  }
}

const PEOPLE = ["ana", "bob", "eve", "gil"];
const person = fc.constantFrom(...PEOPLE);
const step = fc.oneof(
  fc.record({ do: fc.constant("enter" as const), uid: person }),
  fc.record({ do: fc.constantFrom("leave" as const, "lose" as const, "answer" as const), which: fc.nat(11) }),
  fc.record({ do: fc.constantFrom("say" as const, "come" as const) }),
  fc.record({
    do: fc.constantFrom("others" as const, "people" as const),
    uids: fc.uniqueArray(person, { minLength: 1 }),
  }),
  fc.record({ do: fc.constant("pass" as const), ms: fc.nat(1_200) }),
  fc.record({ do: fc.constant("settle" as const) }),
);

test("whatever the beats are, each hears all that is for them, once, in one order, and in its time", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.nat(1_500), (steps, crowd) => {
      let now = 1_000_000;
      const timers: { at: number; run: () => void }[] = [];
      const ears: { ear: Ear; uid: string }[] = [];
      const fanOut = new FanOut({
        clock: new RoomClock(() => now),
        isDirty: () => false,
        store: () => {},
        later: (ms, run) => {
          const timer = { at: now + ms, run };
          timers.push(timer);
          return () => {
            const place = timers.indexOf(timer);
            if (place >= 0) timers.splice(place, 1);
          };
        },
        recipient: (session) => ears[session]?.ear,
      });
      // Who only makes the beat longer.
      for (let index = 0; index < crowd; index++) fanOut.admit(new Ear(), `crowd ${index}`);
      const pass = (ms: number) => {
        const until = now + ms;
        for (;;) {
          const [next] = timers.toSorted((one, other) => one.at - other.at);
          if (!next || next.at > until) break;
          timers.splice(timers.indexOf(next), 1);
          now = next.at;
          next.run();
        }
        now = until;
      };
      let count = 0;
      const tell = (
        to: Audience,
        hears: (each: { ear: Ear; uid: string }, index: number) => boolean,
        comes = false,
      ) => {
        const text = `${++count}`;
        const event: RoomEvent = comes
          ? { type: "joined", nick: text, uid: "u", role: "member", at: 0 }
          : { type: "topic", text, by: "ana", byUid: "u", at: 0 };
        fanOut.tell(to, event);
        ears.forEach((each, index) => {
          if (each.ear.isOpen && hears(each, index)) each.ear.due.push(text);
        });
      };
      for (const each of steps) {
        switch (each.do) {
          case "enter": {
            const ear = new Ear();
            const session = ears.push({ ear, uid: each.uid }) - 1;
            fanOut.admit(ear, each.uid);
            tell({ kind: "session", session }, (_, index) => index === session);
            break;
          }
          case "leave":
          case "lose": {
            const ear = ears[each.which]?.ear;
            if (!ear?.isOpen) break;
            if (each.do === "leave") fanOut.close(ear, CLOSE.left, "");
            else fanOut.forget(ear);
            if (each.do === "leave") ear.due.push("closed");
            ear.isOpen = false;
            break;
          }
          case "answer":
            if (ears[each.which]?.ear.isOpen)
              tell({ kind: "session", session: each.which }, (_, index) => index === each.which);
            break;
          case "say":
            tell({ kind: "everyone" }, () => true);
            break;
          case "come":
            tell({ kind: "everyone" }, () => true, true);
            break;
          case "others": {
            const [uid = ""] = each.uids;
            tell({ kind: "others", uid }, (other) => other.uid !== uid);
            break;
          }
          case "people":
            tell({ kind: "people", uids: each.uids }, ({ uid }) => each.uids.includes(uid));
            break;
          case "pass":
            pass(each.ms);
            break;
          case "settle":
            fanOut.settle();
            break;
          default:
            each satisfies never;
        }
      }
      fanOut.settle();
      pass(1_000);
      // Nobody listens any more at the other end of a lost socket.
      for (const { ear } of ears)
        expect(ear.isOpen || ear.due.at(-1) === "closed" ? ear.heard : []).toEqual(
          ear.isOpen || ear.due.at(-1) === "closed" ? ear.due : [],
        );
    }),
    { numRuns: times(300) },
  );
});
