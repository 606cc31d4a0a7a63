import { expect, test } from "vitest";
import { AdminHttp } from "../../../client/core/http/admin-http.ts";
import type { HttpOutcome, HttpRequest } from "../../../client/core/http/exchange.ts";

const TOKEN = "t".repeat(24);

function answer(status: number, body?: unknown): HttpOutcome {
  const text = body === undefined ? "" : JSON.stringify(body);
  const contentType = body === undefined ? undefined : "application/json";
  return { type: "answer", status, contentType, retryAfter: undefined, body: text };
}

/** A deployment that answers in turn, and then the last for ever. Nobody waits. */
function adminOf(outcomes: readonly HttpOutcome[], token = TOKEN) {
  const asked: HttpRequest[] = [];
  let now = 0;
  const admin = new AdminHttp({
    ...{ origin: "https://host", admin: token, now: () => now, waits: () => {} },
    exchange(request) {
      asked.push(request);
      return Promise.resolve(outcomes[Math.min(asked.length, outcomes.length) - 1] ?? answer(404));
    },
    sleep(milliseconds) {
      now += milliseconds;
      return Promise.resolve();
    },
  });
  return { admin, asked };
}

const entry = (room: string) => ({ room, members: 1, messages: 2, rows: 3, created: 4, active: 5 });
const page = (rooms: string[], more?: string) =>
  answer(200, {
    ...{ rooms: rooms.map(entry), day: { rows: 9, limit: 90_000 }, more: more !== undefined },
    ...(more && { after: more }),
  });

const made = { pass: "p1.a.b", link: "https://host/lobby#pass=p1.a.b", expires: 7 };

test.for([
  [
    (admin: AdminHttp) => admin.invite({ days: 7, rooms: ["lobby"], one: true }),
    answer(201, made),
    { method: "POST", url: "https://host/api/passes", body: '{"days":7,"rooms":["lobby"],"one":true}' },
    made,
  ],
  [
    (admin: AdminHttp) => admin.door("closed"),
    answer(200, { door: "closed" }),
    { method: "PUT", url: "https://host/api/door", body: '{"door":"closed"}' },
    { door: "closed" },
  ],
  [
    (admin: AdminHttp) => admin.erase("lobby"),
    answer(204),
    { method: "DELETE", url: "https://host/api/rooms/lobby" },
    {},
  ],
] as const)("%s", async ([act, given, request, output]) => {
  const { admin, asked } = adminOf([given]);
  expect(await act(admin)).toEqual(output);
  expect(asked).toMatchObject([{ ...request, headers: { "Papo-Admin": TOKEN } }]);
  // Neither a path nor a body has the token.
  expect(`${asked[0]?.url}${asked[0]?.body}`).not.toContain(TOKEN);
});

test("a token that no header can hold is not sent", async () => {
  const { admin, asked } = adminOf([answer(204)], "line\nbreak");
  await admin.erase("lobby");
  expect(asked[0]?.headers).toEqual({});
});

test.for([
  ["no content where there should be some", (admin: AdminHttp) => admin.door("open"), answer(200)],
  ["content of another kind", (admin: AdminHttp) => admin.erase("lobby"), answer(200, {})],
  [
    "a refusal",
    (admin: AdminHttp) => admin.erase("lobby"),
    answer(401, { error: { code: "forbidden", message: "No." } }),
  ],
] as const)("%s is no answer", async ([, act, given]) => {
  expect(await act(adminOf([given]).admin)).toMatchObject({ unmet: "request", origin: "https://host" });
});

test("rooms are read page after page", async () => {
  const { admin, asked } = adminOf([page(["a", "b"], "b"), page(["c"], "c"), page([])]);
  const rooms: string[] = [];
  for await (const each of admin.rooms())
    if ("rooms" in each) rooms.push(...each.rooms.map(({ room }) => room));
  expect(rooms).toEqual(["a", "b", "c"]);
  expect(asked.map(({ url }) => new URL(url).searchParams.get("after"))).toEqual([null, "b", "c"]);
});

test("pages that lead nowhere are left", async () => {
  const { admin, asked } = adminOf([page(["b"], "b"), page(["b"], "b")]);
  const pages: object[] = [];
  for await (const each of admin.rooms()) pages.push(each);
  expect(pages.at(-1)).toEqual({ unmet: "pages" });
  expect(asked).toHaveLength(2);
});

test.for([
  ["lobby", "lobb", [page(["lobb-1"], "lobb-1"), page(["lobby", "lobby2"])], "lobby"],
  ["lobby", "lobb", [page(["lobbz"], "lobbz")], undefined],
  ["a", null, [page(["a"])], "a"],
  ["a-b", "a", [page(["a-a", "a-b"])], "a-b"],
] as const)("the entry of %s is looked for behind %s", async ([room, after, pages, found]) => {
  const { admin, asked } = adminOf(pages);
  expect(await admin.entry(room)).toEqual(found && entry(found));
  expect(new URL(asked[0]?.url ?? "").searchParams.get("after")).toBe(after);
});
