import { nearest } from "../../core/text/nearest.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";

/** A room as it may be called. */
export interface NamedRoom {
  readonly name: string;
  readonly room: string;
}

/** The room that somebody means by its number, its name, or the beginning of that; a complaint where it is none. */
export function findRoom<Room extends NamedRoom>(written: string, rooms: readonly Room[]): Room | string {
  const word = written.trim().toLowerCase();
  const whole = rooms.filter(({ name, room }) => name === word || room === word);
  // A room may be called 2.
  const numbered = /^\d{1,3}$/.test(word) ? rooms[Number(word) - 1] : undefined;
  if (whole.length === 0 && numbered !== undefined) return numbered;
  const found = whole.length > 0 ? whole : rooms.filter(({ name }) => word !== "" && name.startsWith(word));
  const [first, ...others] = found;
  const words = cliWords().rooms;
  if (first === undefined) {
    const meant = nearest(
      word,
      rooms.map(({ name }) => name),
    );
    return words.noRoom({ written: shown(word), meant });
  }
  return others.length === 0
    ? first
    : words.several({ written: shown(word), names: found.map(({ name }) => name) });
}
