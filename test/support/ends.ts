import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, aroundEach } from "vitest";

type End = () => unknown;

/** What the test that asks has started: of several side by side, each has its own, which vitest's `onTestFinished` does not know. */
const ofTest = new AsyncLocalStorage<End[]>();
const ofFile: End[] = [];

aroundEach(async (runTest) => {
  const ends: End[] = [];
  try {
    await ofTest.run(ends, runTest);
  } finally {
    await endAll(ends);
  }
});
afterAll(() => endAll(ofFile));

/** What was started last ends first. */
async function endAll(ends: End[]): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

/** Has something end with the test, however that went; outside of one, with all those of the file. */
export function endsWithTest(end: End): void {
  (ofTest.getStore() ?? ofFile).push(end);
}
