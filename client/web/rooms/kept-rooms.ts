import { type ListedRooms, readList, writtenList } from "../model/room-list.ts";
import { browserShelf, tabShelf } from "../session/shelf.ts";

/** The person's rooms, which all tabs share. */
export function listedRooms(): ListedRooms {
  return readList(browserShelf.get("rooms") ?? "");
}

export function setListedRooms(list: ListedRooms): void {
  browserShelf.set("rooms", writtenList(list) || undefined);
}

/** The rooms that this tab has shown, the latest first. */
export function recentRooms(): readonly string[] {
  return tabShelf.get("recent")?.split(" ") ?? [];
}

export function setRecentRooms(rooms: readonly string[]): void {
  tabShelf.set("recent", rooms.join(" "));
}

/** Whether the list is folded away, where there is a place for it. */
export function setFolded(folded: boolean): void {
  browserShelf.set("folded", folded ? "yes" : undefined);
}
