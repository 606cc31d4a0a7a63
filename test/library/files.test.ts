import { expect, test } from "vitest";
import type { FileContent } from "../../client/library/types/types.ts";
import { messageOf } from "../support/room/scripted-room.ts";
import { scripted } from "./library-trial.ts";

const ID = "abcdefghijklmnopqrstuv";
const SHOT = { id: ID, name: "shot.png", type: "image/png", size: 5, width: 1, height: 1 };
const { id: _, ...told } = SHOT;
const STORED = { status: 201, body: JSON.stringify({ file: ID, ...told }) };

test.each<FileContent>(["hello", new TextEncoder().encode("hello"), new Blob(["hello"])])(
  "a file is brought to the room, and said: %o",
  async (content) => {
    const { joined, script, server, posts } = scripted();
    const room = await joined();
    server.answer = STORED;
    const file = await room.upload(content, { name: "shöt & so.png" });
    expect(file).toEqual(SHOT);
    const [{ url, headers, body } = { url: "", headers: {}, body: new Uint8Array() }] = posts;
    expect(new TextDecoder().decode(body)).toBe("hello");
    expect(new URL(url).pathname).toBe("/api/rooms/lobby/files");
    expect(new URL(url).searchParams.get("name")).toBe("shöt & so.png");
    expect(headers.Authorization).toMatch(/^Bearer [\w-]{22,}$/);
    const said = room.say("", { files: [SHOT] });
    expect(script.take()).toEqual([{ type: "say", cid: 1, text: "", files: [ID] }]);
    script.tell({ type: "stored", cid: 1, id: 7 }, { ...messageOf(7, "ana"), uid: "ana---------", text: "" });
    expect(await said).toEqual({ id: 7 });
    expect(room.fileUrl(SHOT)).toBe(`https://chat.example.org/api/rooms/lobby/files/${ID}/shot.png`);
  },
);

test.each([
  [
    { status: 413, body: '{"error":{"code":"too_long","message":"No."}}' },
    { code: "too_long", message: "No." },
  ],
  [{ status: 201, body: "{}" }, { code: "unreadable" }],
  [{ status: 200, body: "<html>" }, { code: "unreadable" }],
  [undefined, { code: "offline" }],
])("what comes of %j is a value", async (answer, problem) => {
  const { joined, server } = scripted();
  const room = await joined();
  if (answer !== undefined) server.answer = answer;
  expect(await room.upload("x", { name: "x" })).toMatchObject(problem);
});

test.each([["x"], [[5]], [[]], [Array(5).fill(ID)], [[undefined]]])(
  "%j are no files, whatever a program in JavaScript passes",
  async (files) => {
    const { joined, script } = scripted();
    const room = await joined();
    const outcome = await Reflect.apply(room.say, room, ["hi", { files }]);
    expect(outcome).toMatchObject({ code: "bad_frame" });
    expect(script.take()).toEqual([]);
  },
);

test("nothing is brought once it is over", async () => {
  const { joined, posts } = scripted();
  const room = await joined();
  void room.leave();
  expect(await room.upload("x", { name: "x" })).toMatchObject({ code: "left" });
  expect(posts).toEqual([]);
});
