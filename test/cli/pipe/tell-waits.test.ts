import { expect, test } from "vitest";
import { tellWaits } from "../../../client/cli/pipe/tell-waits.ts";
import type { ChatEvent } from "../../../client/core/chat-event.ts";

const waiting: ChatEvent = { type: "state", state: { state: "waiting", until: 0, attempt: 1 } };
const connecting: ChatEvent = { type: "state", state: { state: "connecting", attempt: 1 } };
const full: ChatEvent = {
  type: "state",
  state: { state: "waiting", until: 0, attempt: 2, problem: { problem: "room_full", message: "Full." } },
};
const here: ChatEvent = { type: "caught_up" };
const lost = "The connection is lost; papo goes on trying.";
const paused = (): ChatEvent => ({ type: "paused", until: Date.now() + 11_500 });
const waits = "The room asks for patience: the next line waits 12s.";
const back = "Connected again.";

test.each<{ name: string; events: ChatEvent[]; told: string[] }>([
  { name: "a first attempt that fails ends the program", events: [waiting], told: [] },
  { name: "who comes in has nothing to be told", events: [connecting, here], told: [] },
  { name: "a connection is lost once", events: [here, waiting, connecting, waiting], told: [lost] },
  { name: "and back once", events: [here, waiting, connecting, waiting, here, here], told: [lost, back] },
  { name: "each time", events: [here, waiting, here, waiting, here], told: [lost, back, lost, back] },
  { name: "a limit is told once for all lines that wait", events: [here, paused(), paused()], told: [waits] },
  {
    name: "with the room's reason, where there is one",
    events: [here, waiting, full, full, here],
    told: [lost, "Full. — papo goes on trying.", back],
  },
])("$name", ({ events, told }) => {
  let listener: (event: ChatEvent) => void = () => {};
  const sentences: string[] = [];
  const subscribe = (each: typeof listener) => {
    listener = each;
    return () => {};
  };
  tellWaits({ subscribe, outbox: [] }, (sentence) => sentences.push(sentence));
  for (const event of events) listener(event);
  expect(sentences).toEqual(told);
});
