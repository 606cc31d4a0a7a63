import { roomName } from "../../../src/protocol/room-name.ts";

/** A person's rooms, as all their windows list them. */
export type ListedRooms = readonly string[];

/** Rooms in the list, at most. */
export const MOST_ROOMS = 200;
/** Rooms that one window is in at a time, at most; after the rest it looks now and then. */
export const MOST_CONNECTED = 20;

/** Reads what `writtenList` wrote; what is damaged is left out. */
export function readList(text: string): ListedRooms {
  const names = text
    .split(" ")
    .slice(0, MOST_ROOMS)
    .flatMap((word) => roomName(word) ?? []);
  return [...new Set(names)];
}

/** `lobby noise` */
export function writtenList(list: ListedRooms): string {
  return list.join(" ");
}

/** A list that is as long as it may be loses its last, for whoever comes somewhere wants to find it again. */
export function withRoom(list: ListedRooms, room: string): ListedRooms {
  return list.includes(room) ? list : [...list.slice(0, MOST_ROOMS - 1), room];
}

export function withoutRoom(list: ListedRooms, room: string): ListedRooms {
  return list.filter((each) => each !== room);
}

/** Moves a room up or down the list by so many places, as far as it goes. */
export function moved(list: ListedRooms, room: string, by: number): ListedRooms {
  const at = list.indexOf(room);
  if (at < 0) return list;
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, at + by)), 0, room);
}

/** The rooms that a window is in: those that come `first`, and then as they are listed. */
export function connectedIn(list: ListedRooms, first: readonly string[]): ReadonlySet<string> {
  return new Set([...new Set([...first, ...list])].slice(0, MOST_CONNECTED));
}
