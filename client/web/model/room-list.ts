import { roomName } from "../../../src/protocol/room-name.ts";

/** One of a person's rooms, as all their windows list it. */
export interface ListedRoom {
  readonly room: string;
  /** What is said there to all counts nowhere else than in the list. */
  readonly muted: boolean;
}

export type ListedRooms = readonly ListedRoom[];

/** Rooms in the list, at most. */
export const MOST_ROOMS = 200;
/** Rooms that one window is in at a time, at most; after the rest it looks now and then. */
export const MOST_CONNECTED = 20;

/** A mark that no room's name has. */
const MUTED = "~";

/** Reads what `writtenList` wrote; what is damaged is left out. */
export function readList(text: string): ListedRooms {
  let list: ListedRooms = [];
  for (const word of text.split(" ").slice(0, MOST_ROOMS)) {
    const muted = word.startsWith(MUTED);
    const room = roomName(muted ? word.slice(MUTED.length) : word);
    if (room !== undefined)
      list = [...withRoom(list, room).filter((each) => each.room !== room), { room, muted }];
  }
  return list;
}

/** `lobby ~noise` */
export function writtenList(list: ListedRooms): string {
  return list.map(({ room, muted }) => `${muted ? MUTED : ""}${room}`).join(" ");
}

/** A list that is as long as it may be loses its last, for whoever comes somewhere wants to find it again. */
export function withRoom(list: ListedRooms, room: string): ListedRooms {
  if (list.some((each) => each.room === room)) return list;
  return [...list.slice(0, MOST_ROOMS - 1), { room, muted: false }];
}

export function withoutRoom(list: ListedRooms, room: string): ListedRooms {
  return list.filter((each) => each.room !== room);
}

export function mutedOrNot(list: ListedRooms, room: string): ListedRooms {
  return list.map((each) => (each.room === room ? { room, muted: !each.muted } : each));
}

/** Moves a room up or down the list by so many places, as far as it goes. */
export function moved(list: ListedRooms, room: string, by: number): ListedRooms {
  const at = list.findIndex((each) => each.room === room);
  const entry = list[at];
  if (entry === undefined) return list;
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, at + by)), 0, entry);
}

/** The rooms that a window is in: those that come `first`, and then as they are listed. */
export function connectedIn(list: ListedRooms, first: readonly string[]): ReadonlySet<string> {
  return new Set([...new Set([...first, ...list.map(({ room }) => room)])].slice(0, MOST_CONNECTED));
}
