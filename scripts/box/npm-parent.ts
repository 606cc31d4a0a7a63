/** Milliseconds between two looks. */
const LOOK = 500;

/**
 * Resolves once the npm that runs this (`npm start`) is gone: killed, or hung
 * up on, it passes nothing on. Undefined if npm does not run it.
 */
export function goneWithNpm(): Promise<void> | undefined {
  if (process.env.npm_lifecycle_event !== "start") return undefined;
  const { ppid } = process;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === ppid) return;
      clearInterval(timer);
      resolve();
    }, LOOK).unref();
  });
}
