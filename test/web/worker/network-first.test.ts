import { expect, test } from "vitest";
import { networkFirst } from "../../../client/web/worker/network-first.ts";

const fresh = new Response("fresh");
const kept = new Response("kept");
const missing = new Response("", { status: 404 });
const trouble = new Response("", { status: 502 });
const gone = () => Promise.reject(new TypeError("Failed to fetch"));

test.each<[string, { network: () => Promise<Response>; there?: Response }, Response]>([
  ["the network answers", { network: () => Promise.resolve(fresh), there: kept }, fresh],
  ["nothing comes of it", { network: gone, there: kept }, kept],
  ["it says that there is nothing", { network: () => Promise.resolve(missing), there: kept }, missing],
  ["the server is in trouble", { network: () => Promise.resolve(trouble), there: kept }, kept],
  ["the server is in trouble, and nothing is kept", { network: () => Promise.resolve(trouble) }, trouble],
])("where %s", async (_, { network, there }, wanted) => {
  expect(await networkFirst(network, () => Promise.resolve(there))).toBe(wanted);
});

test("where nothing is kept, it fails as the network does", async () => {
  await expect(networkFirst(gone, () => Promise.resolve(undefined))).rejects.toThrow("Failed to fetch");
});
