import { randomToken, TOKEN } from "../../../src/protocol/identity.ts";
import { browserShelf, tabShelf } from "./shelf.ts";

/** The person's secret in a room, if this browser has been there. */
export function tokenOf(room: string): string | undefined {
  const token = browserShelf.get(`token:${room}`);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

export function setToken(room: string, token = randomToken()): string {
  browserShelf.set(`token:${room}`, token);
  return token;
}

export function lastNick(): string {
  return browserShelf.get("nick") ?? "";
}

export function setLastNick(nick: string): void {
  browserShelf.set("nick", nick);
}

/** What the person is called in a room; where they have not been, as they were called last. */
export function nickIn(room: string): string {
  return browserShelf.get(`nick:${room}`) ?? lastNick();
}

export function setNickIn(room: string, nick: string): void {
  browserShelf.set(`nick:${room}`, nick);
  setLastNick(nick);
}

/** How far a person has read a room, in which of its lives: its epochs only go up. */
export interface Seen {
  epoch: number;
  /** The newest message that was looked at. */
  id: number;
}

/** How far this person has read, in whichever tab; 0 where nobody has looked. */
export function seenIn(room: string): Seen {
  // Without an epoch, as it was kept once, it is believed to be of the room as it is.
  const [id = 0, epoch = 0] = (browserShelf.get(`seen:${room}`) ?? "").split("@").map(Number);
  return { id: count(id), epoch: count(epoch) };
}

/** It only goes up: what was read in one tab is read, whatever another one shows. */
export function setSeen(room: string, { epoch, id }: Seen): void {
  const before = seenIn(room);
  const isNews = before.epoch === epoch ? id > before.id : epoch > before.epoch;
  if (isNews) browserShelf.set(`seen:${room}`, `${id}@${epoch}`);
}

/** Whom this person does not want to read in a room: nicknames by `uid`. */
export function ignoredIn(room: string): Map<string, string> {
  return new Map(new URLSearchParams(browserShelf.get(`ignored:${room}`)));
}

export function setIgnored(room: string, ignored: Map<string, string>): void {
  const text = new URLSearchParams([...ignored]).toString();
  browserShelf.set(`ignored:${room}`, text || undefined);
}

function count(value: number): number {
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Whoever chose a room on the first page need not be asked again. */
export function setInvited(room: string): void {
  tabShelf.set("invited", room);
}

export function takeInvited(room: string): boolean {
  const invited = tabShelf.get("invited") === room;
  tabShelf.set("invited", undefined);
  return invited;
}
