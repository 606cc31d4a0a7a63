/** Pixels from the end within which a log counts as read to its end. */
const NEAR = 30;
/** Pixels from the beginning at which older messages are fetched. */
const EARLY = 240;

export interface Scroll {
  scrollTop: number;
  scrollHeight: number;
  clientHeight: number;
}

export function isAtEnd({ scrollTop, scrollHeight, clientHeight }: Scroll): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR;
}

export function wantsOlder({ scrollTop, scrollHeight, clientHeight }: Scroll): boolean {
  return scrollTop < EARLY && scrollHeight > clientHeight;
}

/** A line of the log, and how far below the window's upper edge it begins, in pixels. */
export interface ReadingPlace {
  key: string;
  top: number;
}
