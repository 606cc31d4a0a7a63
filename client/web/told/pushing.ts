import * as v from "valibot";
import { pushKey } from "../../../src/protocol/http-answer.ts";
import { base64url } from "../../../src/protocol/identity.ts";
import type { NotifyWishes } from "../../core/notify/wishes.ts";
import { isProblem } from "../../core/problem.ts";
import { onShelf } from "../session/other-tabs.ts";
import type { RoomSession } from "../session/room-session.ts";
import { browserShelf } from "../session/shelf.ts";
import { setWish, shareWishes, wishesIn } from "./own-wishes.ts";

// What this browser lets rooms push to it. Each room is told what of it is
// wanted whenever it welcomes the page, which costs nothing where it knows.

const NAME = "notify";

/** The rooms of this window. */
export const heeded = new Set<RoomSession>();
/** Those that push what is wanted of them. */
const pushing = new WeakSet<RoomSession>();
let subscription: PushSubscription | undefined;
let subscribing: Promise<void> | undefined;
onShelf(NAME, forget);

/** Whether somebody has let this browser tell them. */
export function isTold(): boolean {
  return "Notification" in window && Notification.permission === "granted" && !!browserShelf.get(NAME);
}

/** Whether a room tells this browser though no page is open. */
export function isPushed(session: RoomSession): boolean {
  return isTold() && pushing.has(session);
}

/** Only to be called when somebody has clicked: browsers ask the person. */
export async function letTell(isOn: boolean): Promise<void> {
  if (!isOn) {
    browserShelf.set(NAME, undefined);
    // What has begun would end behind this.
    await subscribing;
    const before = subscription ?? (await subscribed());
    if (before) for (const each of heeded) void want(each, before, null);
    await renew(before);
  } else if ((await Notification.requestPermission()) === "granted") {
    browserShelf.set(NAME, "on");
    shareWishes();
    for (const each of heeded) void push(each);
  }
}

/** A room is in the window from now on, until it is let go of. */
export function heed(session: RoomSession): void {
  heeded.add(session);
  session.over.addEventListener("abort", () => heeded.delete(session));
}

/** Tells a room what of it is wanted. */
export async function push(session: RoomSession): Promise<void> {
  if (!isTold() || !canPush(session)) return;
  subscribing ??= subscribe();
  await subscribing;
  const { wants } = wishesIn(session.room);
  if (subscription) await want(session, subscription, wants === "nothing" ? null : wants);
  session.ui.redraw();
}

/** Somebody chooses anew what they are told of a room. */
export function wish(room: string, change: Partial<NotifyWishes>): undefined {
  setWish(room, change);
  for (const session of heeded) if (session.room === room) void push(session);
}

/** Leaves a room, which then has nothing to tell here any more. */
export async function leaveRoom(session: RoomSession): Promise<void> {
  const told = !subscription || want(session, subscription, null);
  await session.chat.leave();
  // One that could not be told would push for ever.
  if (!(await told)) await renew();
}

export function canPush({ chat }: RoomSession): boolean {
  return chat.room.features.includes("push");
}

/** Resolves to whether the room knows it. */
async function want(
  session: RoomSession,
  there: PushSubscription,
  wants: "calls" | "all" | null,
): Promise<boolean> {
  if (!canPush(session)) return true;
  const { endpoint = "", keys: { p256dh = "", auth = "" } = {} } = there.toJSON();
  const isTold = !isProblem(await session.chat.push({ endpoint, keys: { p256dh, auth } }, wants));
  pushing[isTold ? "add" : "delete"](session);
  return isTold;
}

/** Has the browser subscribe anew, if it may: of all that push to it, only the rooms of this window go on. */
export async function renew(before: PushSubscription | null | undefined = subscription): Promise<void> {
  forget();
  await before?.unsubscribe();
  for (const each of heeded) void push(each);
}

async function subscribed(): Promise<PushSubscription | null | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager?.getSubscription();
}

/** Finds the browser's subscription, or makes one: for the key that the server has now. Where that can't be, pages tell while they are open. */
async function subscribe(): Promise<void> {
  try {
    const { pushManager } = await navigator.serviceWorker.ready;
    const { key } = v.parse(pushKey, await (await fetch("/api/push")).json());
    const there = await subscribed();
    const isFor = there?.options.applicationServerKey;
    if (there && isFor && base64url(new Uint8Array(isFor)) === key) subscription = there;
    else {
      await there?.unsubscribe();
      subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    }
  } catch {
    subscribing = undefined;
  }
}

/** It may be another one by now. */
function forget(): void {
  subscription = undefined;
  subscribing = undefined;
}
