import { expect, test } from "vitest";
import { networkFirst } from "../../../client/web/worker/network-first.ts";

const fresh = new Response("fresh");
const kept = new Response("kept");
const gone = () => Promise.reject(new TypeError("Failed to fetch"));

test.each([
  ["the network answers", { network: () => Promise.resolve(fresh), there: kept }, fresh],
  ["nothing comes of it", { network: gone, there: kept }, kept],
])("where %s", async (_, { network, there }, wanted) => {
  expect(await networkFirst(network, () => Promise.resolve(there))).toBe(wanted);
});

test("an answer that something is wrong is an answer", async () => {
  const refusal = new Response("", { status: 503 });
  expect(
    await networkFirst(
      () => Promise.resolve(refusal),
      () => Promise.resolve(kept),
    ),
  ).toBe(refusal);
});

test("where nothing is kept, it fails as the network does", async () => {
  await expect(networkFirst(gone, () => Promise.resolve(undefined))).rejects.toThrow("Failed to fetch");
});
