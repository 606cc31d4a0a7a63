import { expect, test } from "vitest";
import { type Means, type TellingState, tellingState } from "../../../client/web/told/means.ts";

/** A browser that can do everything, in a room that pushes; nobody has chosen yet. */
const CAN: Means = {
  canShow: true,
  canPush: true,
  isInstalled: undefined,
  isDenied: false,
  isTold: false,
  isPushed: false,
  roomPushes: true,
};

test.each<[string, Partial<Means>, TellingState]>([
  ["nobody has chosen", {}, "off"],
  ["the server pushes nothing", { roomPushes: false }, "offHere"],
  ["the browser takes no pushes", { canPush: false }, "offHere"],
  ["chosen, and pushed", { isTold: true, isPushed: true }, "away"],
  ["chosen, where the room has refused, or can't push", { isTold: true }, "here"],
  ["forbidden", { isDenied: true }, "denied"],
  ["forbidden after it was chosen", { isDenied: true, isTold: false, isPushed: false }, "denied"],
  ["no notifications, or no service worker", { canShow: false }, "missing"],
  ["Safari on an iPhone", { canShow: false, canPush: false, isInstalled: false }, "install"],
  [
    "another browser there, which has the one without the other",
    { canPush: false, isInstalled: false },
    "install",
  ],
  ["from the Home Screen", { isInstalled: true }, "off"],
  ["from the Home Screen of an old iPhone", { canShow: false, isInstalled: true }, "missing"],
])("what the switch shows: %s", (_, means, state) => {
  expect(tellingState({ ...CAN, ...means })).toBe(state);
});
