import type { DurableEvent } from "../../../src/protocol/event.ts";
import { readMsgid } from "./channel/said-lines.ts";

/** A point of history: behind or before an id, or a time. */
type Point = { readonly id: number } | { readonly at: number };

export interface HistoryWish {
  /** In capitals. */
  readonly verb: string;
  readonly room: string;
  readonly criterion: string;
  /** Where `BETWEEN` ends. */
  readonly second: string;
}

export interface HistoryRange {
  readonly after?: Point;
  readonly before?: Point;
  /** Whether the newest of it are wanted, where there are more. */
  readonly newest: boolean;
}

function pointOf(criterion: string, room: string): Point | undefined {
  const [, kind, value = ""] = /^(msgid|timestamp)=(.+)$/.exec(criterion) ?? [];
  if (kind === "msgid") {
    const meant = readMsgid(value);
    return meant?.room === room ? { id: meant.id } : undefined;
  }
  const at = Date.parse(value);
  return kind === "timestamp" && Number.isFinite(at) ? { at } : undefined;
}

/** What of a room a client asks for; undefined for what makes no sense. */
export function rangeOf({ verb, room, criterion, second }: HistoryWish): HistoryRange | undefined {
  const point = pointOf(criterion, room);
  switch (verb) {
    case "LATEST":
      if (criterion === "*") return { newest: true };
      return point && { after: point, newest: true };
    case "BEFORE":
      return point && { before: point, newest: true };
    case "AFTER":
      return point && { after: point, newest: false };
    case "BETWEEN": {
      const other = pointOf(second, room);
      if (point === undefined || other === undefined) return undefined;
      const isForward = placeOf(point) <= placeOf(other);
      return isForward
        ? { after: point, before: other, newest: false }
        : { after: other, before: point, newest: true };
    }
    default:
      return undefined;
  }
}

function placeOf(point: Point): number {
  return "id" in point ? point.id : point.at;
}

export function isBehind(event: DurableEvent, point: Point | undefined): boolean {
  if (point === undefined) return true;
  return "id" in point ? event.id > point.id : event.at > point.at;
}

export function isBefore(event: DurableEvent, point: Point | undefined): boolean {
  if (point === undefined) return true;
  return "id" in point ? event.id < point.id : event.at < point.at;
}
