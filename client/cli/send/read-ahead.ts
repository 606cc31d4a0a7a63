import type { NumberedLine } from "../pipe/lines.ts";

/** Characters of input that are read before anything is sent. */
const MOST = 8 * 1024 * 1024;
/** Milliseconds without a line after which the input counts as one that is still being written. */
const PAUSE = 250;

/** What could be read of an input before it paused, and the rest. */
export interface ReadAhead {
  readonly first: readonly NumberedLine[];
  /** Undefined where the input has ended. */
  readonly rest: AsyncIterable<NumberedLine> | undefined;
}

/**
 * Reads an input to its end, if that is near: so it can be checked as a whole
 * before anything is sent. One that pauses (a log that is followed) must not wait.
 */
export async function readAhead(lines: AsyncGenerator<NumberedLine>): Promise<ReadAhead> {
  const first: NumberedLine[] = [];
  let size = 0;
  while (size < MOST) {
    const next = lines.next();
    const result = await within(next, first.length === 0 ? undefined : PAUSE);
    if (result === "paused") return { first, rest: resume(next, lines) };
    if (result.done) return { first, rest: undefined };
    first.push(result.value);
    size += "text" in result.value ? result.value.text.length : 0;
  }
  return { first, rest: lines };
}

async function* resume(
  pending: Promise<IteratorResult<NumberedLine>>,
  lines: AsyncGenerator<NumberedLine>,
): AsyncGenerator<NumberedLine> {
  const result = await pending;
  if (result.done) return;
  yield result.value;
  yield* lines;
}

function within<Value>(promise: Promise<Value>, ms: number | undefined): Promise<Value | "paused"> {
  if (ms === undefined) return promise;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("paused"), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
