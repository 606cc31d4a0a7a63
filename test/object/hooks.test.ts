import { expect, test } from "vitest";
import type { EventOf } from "../../src/protocol/event.ts";
import { outcome, Porch } from "./porch.ts";
import { Site } from "./site.ts";

const JSON_TYPE = { "Content-Type": "application/json" };

/** A room with a hook of its owner's: its path behind the room's own. */
async function hooked(name = "ci") {
  const site = new Site();
  const { wire } = await site.join("ana");
  const hook = await make(name);
  async function make(called: string): Promise<string> {
    wire.send({ type: "hook", cid: 1, name: called });
    const { url } = (await wire.next("hook")) as EventOf<"hook">;
    const { pathname, origin } = new URL(url);
    expect(origin).toBe("http://papo.test");
    return pathname.slice(`/api/rooms/${site.name}`.length);
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    site.fetch(path, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  return { site, wire, hook, make, post };
}

test("§12.3 each kind of sender hears what it wants to hear, and people what it says", async () => {
  const { site, wire, hook, post } = await hooked();
  const plain = await post(hook, { text: "one", nick: "ci-bot" });
  expect(plain.status).toBe(201);
  expect(await plain.json()).toEqual({ id: 1, at: expect.any(Number) });
  expect(await wire.next("message")).toMatchObject({ id: 1, nick: "ci-bot", hook: "ci", text: "one" });

  const slack = await post(`${hook}/slack`, { text: "two <!here>" });
  expect([slack.status, await slack.text()]).toEqual([200, "ok"]);
  expect(slack.headers.get("Content-Type")).toMatch(/^text\/plain/);
  expect(slack.headers.get("X-Content-Type-Options")).toBe("nosniff");

  const discord = await post(`${hook}/discord`, { content: "three" });
  expect([discord.status, await discord.text()]).toEqual([204, ""]);
  const waited = await post(`${hook}/discord?wait=true`, { content: "four", username: "Spidey Bot" });
  expect(waited.status).toBe(200);
  const author = { username: "Spidey Bot", bot: true };
  expect(await waited.json()).toMatchObject({ id: "4", content: "four", author });

  const pushed = { ref: "refs/heads/main", compare: "https://x.example/c", sender: { login: "octocat" } };
  const github = (event: string) =>
    post(`${hook}/github`, { ...pushed, repository: { full_name: "o/r" } }, { "X-GitHub-Event": event });
  expect((await github("push")).status).toBe(201);
  expect((await github("ping")).status).toBe(204);

  // From the disk, in an instance that has never heard of it.
  await site.lose();
  expect((await post(hook, { text: "six" })).status).toBe(201);
  const page = (await (await site.fetch("/messages")).json()) as { events: { text: string; hook: string }[] };
  expect(page.events.map(({ text }) => text)).toEqual([
    ...["one", "two @here", "three", "four"],
    ...["octocat pushed branch main to o/r https://x.example/c", "six"],
  ]);
  expect(new Set(page.events.map((event) => event.hook))).toEqual(new Set(["ci"]));
});

test("§12.2 what is not as it should be, and what is for another room", async () => {
  const { site, wire, hook, make, post } = await hooked();
  const tooLarge = { text: "a".repeat(1_048_576) };
  const refused = async (response: Promise<Response>) => await outcome(await response);
  expect(await refused(post(hook, {}))).toEqual([400, "bad_text", "hook_says_nothing"]);
  expect(await refused(post(`${hook}/slack`, []))).toEqual([400, "bad_text", "hook_says_nothing"]);
  expect(await refused(post(hook, tooLarge))).toEqual([413, "too_long", "body_too_large"]);
  expect(await refused(site.fetch(hook, { method: "POST", headers: JSON_TYPE, body: "{" }))).toEqual([
    400,
    "bad_frame",
    "body_no_json",
  ]);
  expect(await refused(site.fetch(hook, { method: "POST", body: new Uint8Array(8) }))).toEqual([
    ...[400, "bad_frame", "body_no_json"],
  ]);
  expect(await refused(post(hook, { text: "x" }, { "Content-Type": "image/png" }))).toEqual([
    ...[415, "unsupported_type"],
  ]);
  expect(await refused(post(hook, { text: "x" }, { "Idempotency-Key": "no key" }))).toEqual([
    ...[400, "bad_frame", "bad_idempotency_key"],
  ]);
  expect(await refused(post(`${hook}/github`, {}))).toEqual([400, "bad_frame", "bad_field"]);
  expect(await refused(post(hook, { text: "x" }, { Origin: "https://elsewhere.example" }))).toEqual([
    ...[403, "bad_origin"],
  ]);
  for (const path of ["/hooks", "/hooks/short", `${hook}/teams`, `${hook.slice(0, -1)}~`])
    expect(await refused(post(path, { text: "x" }))).toEqual([404, "not_found"]);
  expect(await refused(post(`${hook.slice(0, -4)}AAAA`, { text: "x" }))).toEqual([404, "not_found"]);
  expect(await refused(site.fetch(hook))).toEqual([405, "method_not_allowed"]);

  const other = new Site();
  const body = JSON.stringify({ text: "x" });
  expect(await refused(other.fetch(hook, { method: "POST", headers: JSON_TYPE, body }))).toEqual([
    ...[404, "not_found"],
  ]);
  expect(await other.tables()).toEqual([]);
  expect(await other.inside(({ storage }) => storage.getAlarm())).toBeNull();

  // One after the other, whoever is first: of a race nothing is left half done.
  const again = await make("ci");
  expect(await refused(post(hook, { text: "x" }))).toEqual([404, "not_found"]);
  const racing = Array.from({ length: 5 }, (_, at) => post(again, { text: `x${at}` }));
  wire.send({ type: "unhook", name: "ci" });
  const statuses = (await Promise.all(racing)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 201 && status !== 404)).toEqual([]);
  await wire.next("unhook");
  expect(await refused(post(again, { text: "x" }))).toEqual([404, "not_found"]);
  const stored = (await (await site.fetch("/messages")).json()) as { events: unknown[] };
  expect(stored.events).toHaveLength(statuses.filter((status) => status === 201).length);
});

test("§12.2 a hook needs no pass, and is closed with the door; of no secret nobody is asked", async () => {
  const { site, hook } = await hooked();
  const porch = new Porch({ DOOR: "invited" });
  const init = { method: "POST", headers: JSON_TYPE, body: '{"text":"x"}' };
  const path = `/rooms/${site.name}${hook}`;
  expect((await porch.fetch(path, init)).status).toBe(201);
  expect((await porch.fetch(`/rooms/${site.name}/messages`, init)).status).toBe(401);
  expect((await porch.fetch(`/rooms/${site.name}/hooks/../messages`, init)).status).toBe(401);
  const asked = porch.count("room");
  expect((await porch.fetch(`${path.slice(0, -1)}/slack`, init)).status).toBe(404);
  expect((await porch.fetch(`/rooms/-/hooks/${"x".repeat(24)}`, init)).status).toBe(400);
  expect(porch.count("room")).toBe(asked);
  await porch.setDoor("closed");
  expect(await outcome(await porch.fetch(path, init))).toEqual([503, "closed"]);
  await porch.setDoor("open");
});
