import { describe, expect, test } from "vitest";
import { Site, setBack, stopTime } from "./site.ts";

const HOUR = 3_600_000;
const STEPS = [
  ["two hours", 2 * HOUR],
  ["thirty days", 720 * HOUR],
] as const;

/** A post is told to somebody who listens, whatever the clock does. */
async function isTold(
  site: Site,
  wire: Awaited<ReturnType<Site["join"]>>["wire"],
  text: string,
): Promise<void> {
  const headers = { "Content-Type": "text/plain" };
  const { status } = await site.fetch("/messages?nick=robot", { method: "POST", body: text, headers });
  expect(status).toBe(201);
  await wire.next("message", (message) => message.text === text);
}

describe.each(STEPS)("the system's clock is set back by %s under a room", (_, step) => {
  test("everybody is told at once, though no timer rings", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    await isTold(site, ana.wire, "before");
    const since = Date.now() + 1;
    for (const seconds of [0, 0.001, 1]) {
      setBack(step - seconds * 1_000, since);
      await isTold(site, ana.wire, `${seconds} s after`);
    }
  });

  test("flood control refills as the system's clock goes on", async () => {
    stopTime();
    const site = new Site();
    const ana = await site.join("ana");
    const since = Date.now() + 1;
    for (let second = 0; second < 5; second++) {
      setBack(step - second * 1_000, since);
      const from = 5 * second;
      for (let cid = from + 1; cid <= from + 5; cid++) ana.wire.send({ type: "say", cid, text: "oi!" });
      await ana.wire.next("stored", ({ cid }) => cid === from + 5);
    }
    await site.hibernate();
    setBack(step - 9_000, since);
    ana.wire.send({ type: "say", cid: 26, text: "awake again" });
    await ana.wire.next("stored", ({ cid }) => cid === 26);
    expect(ana.wire.heard("error")).toEqual([]);
  });
});
