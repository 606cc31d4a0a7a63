import { describe, expect, test } from "vitest";
import { isPapoProblem } from "../../client/library/is-papo-problem.ts";
import { PapoError } from "../../client/library/papo-error.ts";
import type { JoinOptions } from "../../client/library/types/join.ts";
import type { AnyErrorCode } from "../../src/protocol/error.ts";
import { messageOf, welcome } from "../support/room/scripted-room.ts";
import { tokenOf } from "../support/token-of.ts";
import { read, scripted, URL_OF_LOBBY } from "./library-trial.ts";

const refusal = (code: AnyErrorCode, given = {}) => ({
  type: "error" as const,
  code,
  message: `${code}.`,
  of: "join",
  ...given,
});
const at = (id: number) => messageOf(id);
const idle = () => new Promise(setImmediate);

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (why) => why,
  );

describe("what is final before the first welcome", () => {
  test.each<AnyErrorCode>([
    "nick_taken",
    "bad_nick",
    "locked",
    "bad_key",
    "banned",
    "no_pass",
    "room_full",
    "internal",
  ])("%s rejects with its code, and nothing is left open", async (code) => {
    const { join, script, clock } = scripted();
    const failed = failure(join());
    script.tell(refusal(code, { detail: "very_exact", params: { most: 3 } }));
    script.network.run();
    const error = await failed;
    expect(error).toBeInstanceOf(PapoError);
    expect(error).toMatchObject({ code, detail: "very_exact", params: { most: 3 }, name: "PapoError" });
    expect(isPapoProblem(error)).toBe(true);
    script.network.run();
    expect(script.network.links.every(({ closed }) => closed)).toBe(true);
    expect(clock.pending).toBe(0);
  });

  test.each<[string, unknown[], string]>([
    ["no address", [undefined, { nick: "ana" }], "bad_address"],
    ["something else", [5, { nick: "ana" }], "bad_address"],
    ["no options", [URL_OF_LOBBY], "bad_frame"],
    ["null", [URL_OF_LOBBY, null], "bad_frame"],
  ])("%s from JavaScript is a problem with a code", async (_name, written, code) => {
    const { joinRoom } = scripted();
    const error = await failure(Reflect.apply(joinRoom, undefined, written));
    expect(error).toBeInstanceOf(PapoError);
    expect(error).toMatchObject({ code });
  });

  test("a server that is not there is not waited for", async () => {
    const { join, script, clock } = scripted();
    const failed = failure(join());
    script.network.cutAll();
    script.network.run();
    expect(await failed).toMatchObject({ code: "offline" });
    expect(clock.pending).toBe(0);
  });

  test("what a server answers in place of a WebSocket is the reason", async () => {
    const { join, script, server } = scripted();
    const failed = failure(join());
    server.refusal = { problem: "bad_origin", message: "Not from there.", detail: "which" };
    script.network.cutAll();
    script.network.run();
    expect(await failed).toMatchObject({ code: "bad_origin", message: "Not from there.", detail: "which" });
  });

  test("what asks for patience is waited out", async () => {
    const { join, script, pass } = scripted();
    const joining = join();
    script.tell(refusal("rate_limited", { retryAfter: 60_000 }));
    pass(62_000);
    script.tell(welcome());
    expect((await joining).you.nick).toBe("ana");
  });

  test.each([
    ["", {}, "bad_address"],
    ["https://chat.example.org", {}, "bad_address"],
    ["https://chat.example.org/lobby#pass=p1.cut", {}, "bad_address"],
    ["ftp://chat.example.org/lobby", {}, "bad_address"],
    ["https://ana:secret@chat.example.org/lobby", {}, "bad_address"],
    [URL_OF_LOBBY, { nick: "no spaces!" }, "bad_nick"],
    [URL_OF_LOBBY, { nick: undefined }, "bad_frame"],
    [URL_OF_LOBBY, { token: "short" }, "bad_frame"],
    [URL_OF_LOBBY, { saved: { token: 5 } }, "bad_saved"],
    [URL_OF_LOBBY, { saved: "x" }, "bad_saved"],
  ])("%s %j: %s, before anything is sent", async (url, options, code) => {
    const { join, ways } = scripted();
    expect(await failure(join(options as Partial<JoinOptions>, url))).toMatchObject({ code });
    expect(ways).toEqual([]);
  });
});

describe("the signal", () => {
  test("aborted before: nothing is done, and its reason is told", async () => {
    const { join, ways } = scripted();
    const reason = new Error("not now");
    expect(await failure(join({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(ways).toEqual([]);
  });

  test("aborted meanwhile: its reason is told, and the room is left", async () => {
    const { join, script, clock } = scripted();
    const abort = new AbortController();
    const failed = failure(join({ signal: abort.signal }));
    script.network.run();
    abort.abort("enough");
    expect(await failed).toBe("enough");
    expect(script.take()).toMatchObject([{ type: "join" }, { type: "leave" }]);
    script.close(1000);
    expect(clock.pending).toBe(0);
  });

  test("aborted later: it leaves at once, whoever iterates is done, and nothing more is said", async () => {
    const { joined, script } = scripted();
    const abort = new AbortController();
    const room = await joined({}, { signal: abort.signal });
    const next = room[Symbol.asyncIterator]().next();
    const said = room.say("too late");
    script.take();
    abort.abort();
    expect(script.take()).toMatchObject([{ type: "leave" }]);
    script.close(1000);
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await room.ended).toBeUndefined();
    expect(await said).toMatchObject({ code: "unsure" });
    expect(await room.say("more")).toMatchObject({ code: "left" });
    expect(room.state).toBe("ended");
  });
});

test("who somebody is, and what opens doors, goes where it belongs; the fragment goes nowhere", async () => {
  const { join, script, ways } = scripted();
  const claims = Buffer.from(JSON.stringify({ id: "a".repeat(12), exp: 1 })).toString("base64url");
  const pass = `p1.${claims}.${"s".repeat(43)}`;
  const joining = join(
    { key: "opensesame", bot: true, token: tokenOf("ana") },
    `${URL_OF_LOBBY}#pass=${pass}`,
  );
  expect(script.take()).toEqual([
    {
      type: "join",
      nick: "ana",
      token: tokenOf("ana"),
      client: expect.any(String),
      key: "opensesame",
      bot: true,
    },
  ]);
  script.tell(welcome());
  const room = await joining;
  expect(ways).toMatchObject([
    { pass, token: tokenOf("ana"), address: { socketUrl: "wss://chat.example.org/api/rooms/lobby/socket" } },
  ]);
  expect([room.url, room.name, room.state]).toEqual([URL_OF_LOBBY, "lobby", "online"]);
});

describe("what is told of the past", () => {
  test("nothing old at first: a bot is not to answer yesterday", async () => {
    const { joined, script } = scripted();
    const room = await joined({ cursor: 2, events: [at(1), at(2)] });
    script.tell(at(3));
    expect(await read(room[Symbol.asyncIterator](), idle)).toEqual([
      { ...at(3), own: false, replayed: false },
    ]);
  });

  test("the latest, where it is asked for", async () => {
    const { joined } = scripted();
    const room = await joined({ cursor: 2, events: [at(1), at(2)] }, { history: true });
    expect(await read(room[Symbol.asyncIterator](), idle)).toMatchObject([
      { id: 1, replayed: true },
      { id: 2, replayed: true },
    ]);
  });

  test("all since an earlier run, which is the same person and the same client", async () => {
    const first = scripted();
    const room = await first.joined({ cursor: 7 });
    first.script.tell(at(8));
    const iterator = room[Symbol.asyncIterator]();
    await iterator.next();
    const saved = JSON.parse(JSON.stringify(room.saved()));

    const second = scripted();
    const joining = second.join({ saved });
    const [asked] = second.script.take();
    expect(asked).toMatchObject({ token: saved.token, client: saved.client, after: 8, epoch: 1 });
    second.script.tell(welcome({ cursor: 9, events: [at(9)] }));
    expect(await read((await joining)[Symbol.asyncIterator](), idle)).toMatchObject([
      { id: 9, replayed: true },
    ]);
  });

  test("what is missed while the connection is lost is told", async () => {
    const { joined, script, pass } = scripted();
    const room = await joined({ cursor: 2, events: [at(1), at(2)] });
    script.network.cutAll();
    script.network.run();
    expect(room.state).toBe("offline");
    pass(10_000);
    script.tell(welcome({ cursor: 3, events: [at(3)] }));
    expect(room.state).toBe("online");
    expect(await read(room[Symbol.asyncIterator](), idle)).toMatchObject([
      { type: "offline" },
      { type: "online" },
      { id: 3, replayed: true },
      { type: "caught_up" },
    ]);
  });
});
