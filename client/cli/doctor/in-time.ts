/** Milliseconds that one step may take. */
const WITHIN = 15_000;

/** What something comes to; undefined where it takes too long. */
export function inTime<Result>(coming: Promise<Result>, ms = WITHIN): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
