import type { ReadingPlace } from "../model/scroll.ts";
import type { Feed } from "../session/feed.ts";
import { rowsBelow } from "./rows-below.ts";

// Where in a log its reader is, and how far they have come.

/** Frames in which a line is brought to its place: others get a height of their own once they come into sight. */
const ROUNDS = 3;
/** Pixels below the window's upper edge where a line is looked for. */
const HEAD = 6;

/** Brings the reader where they had been; or to the first unread, where that is above what is seen at the end. */
function begin(box: Element, feed: Feed): void {
  const { place } = feed;
  feed.place = undefined;
  if (!feed.atEnd) {
    const line = place && box.querySelector(`[data-key="${place.key}"]`);
    if (line) bringTo(line, { box, feed, top: place.top });
    return;
  }
  const line = box.querySelector(".line.unread");
  const end = box.firstElementChild?.getBoundingClientRect().bottom ?? 0;
  if (feed.isRead || !line || end - line.getBoundingClientRect().top <= box.clientHeight) return;
  feed.startAtFirst();
  bringTo(line, { box, feed, top: 0 });
}

/** Looks how far the reader has come, while the page is in sight. */
function look(box: Element, feed: Feed): void {
  if (document.hidden || feed.isRead) return;
  const { top, bottom } = box.getBoundingClientRect();
  const line = box.querySelector(".line.unread")?.getBoundingClientRect();
  // Whoever has the line above the unread in sight needs no way there.
  if (line && line.bottom > top && line.top < bottom) feed.forgetMissed();
  // What has gone by above has been read.
  if (!feed.atEnd && !brought.has(feed)) feed.readOn((firstIn(box) ?? 0) - 1);
}

/** Remembers where the reader is, if not at the end. */
function leave(box: Element, feed: Feed): void {
  feed.turnAway(feed.atEnd ? undefined : placeIn(box));
}

/** The first line in the window. */
function placeIn(box: Element): ReadingPlace | undefined {
  const edge = box.getBoundingClientRect().top;
  const row = rowsBelow(box, edge).find(({ dataset }) => dataset.key);
  return row && { key: row.dataset.key ?? "", top: row.getBoundingClientRect().top - edge };
}

/** Whose readers are just being brought somewhere: what goes by on the way has not been read. */
const brought = new WeakSet<Feed>();

interface Goal {
  box: Element;
  feed: Feed;
  top: number;
}

/** Scrolls so that a line begins so many pixels below the window's upper edge. */
function bringTo(line: Element, goal: Goal, rounds = ROUNDS): void {
  const { box, feed, top } = goal;
  box.scrollTop += line.getBoundingClientRect().top - box.getBoundingClientRect().top - top;
  brought.add(feed);
  requestAnimationFrame(() => {
    if (rounds > 1 && line.isConnected && !feed.atEnd) bringTo(line, goal, rounds - 1);
    else brought.delete(feed);
  });
}

/** The first message in the window, by `id`; undefined where that can't be told. */
function firstIn(box: Element): number | undefined {
  const { left, width, top } = box.getBoundingClientRect();
  const line = document
    .elementsFromPoint(left + width / 2, top + HEAD)
    .map((element) => element.closest<HTMLElement>(".row[data-key]"))
    .find((row) => row !== null);
  const id = Number(/^m(\d+)$/.exec(line?.dataset.key ?? "")?.[1]);
  return Number.isSafeInteger(id) ? id : undefined;
}

/** Loaded once somebody is in the room. */
export const reading = { begin, look, leave };
