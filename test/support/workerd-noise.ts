/** What workerd itself writes where tests have a room break on purpose. It comes past the tests, so none of them can catch it. */
const PROVOKED = [
  /^uncaught exception; source = Uncaught \(in promise\); stack = Error: The database has schema 99;/,
  /^uncaught exception; exception = .*broken\.outputGateBroken; jsg\.Error: The storage failed\./,
  /^NOSENTRY SQLite alarm handler canceled with requestScheduledAlarm\./,
];

/** Keeps that out of a green run; whatever else workerd has to say is shown. To be called before vitest takes the streams. */
export function muffleWorkerd(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = new Proxy(stream.write, {
      apply: (write, target, [chunk, ...more]) =>
        PROVOKED.some((pattern) => pattern.test(String(chunk))) ||
        Reflect.apply(write, target, [chunk, ...more]),
    });
  }
}
