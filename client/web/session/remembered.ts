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

/** The `id` of the newest message that was looked at in a room; 0 where nobody has looked. */
export function seenIn(room: string): number {
  return Number(browserShelf.get(`seen:${room}`)) || 0;
}

export function setSeen(room: string, id: number): void {
  browserShelf.set(`seen:${room}`, `${id}`);
}

/** Whom this person does not want to read in a room: nicknames by `uid`. */
export function ignoredIn(room: string): Map<string, string> {
  return new Map(new URLSearchParams(browserShelf.get(`ignored:${room}`)));
}

export function setIgnored(room: string, ignored: Map<string, string>): void {
  const text = new URLSearchParams([...ignored]).toString();
  browserShelf.set(`ignored:${room}`, text || undefined);
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
