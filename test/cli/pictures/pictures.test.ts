import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { drawnPicture } from "../../../client/cli/pictures/drawn-picture.ts";
import { pictureSize } from "../../../client/cli/pictures/picture-size.ts";
import { pictureWay } from "../../../client/cli/pictures/picture-way.ts";
import { Pictures } from "../../../client/cli/pictures/pictures.ts";
import { Screen } from "../../../client/cli/prompt/screen.ts";
import type { LogLine } from "../../../client/cli/view/log-line.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import { addressOf } from "../../../client/core/address.ts";
import type { SharedFile } from "../../../src/protocol/event.ts";

/** The first bytes of a picture, and some behind them. */
function png(width: number, height: number, more = 100): Buffer {
  const bytes = Buffer.alloc(24 + more, 7);
  bytes.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const gif = Buffer.from([...Buffer.from("GIF89a"), 0x40, 0x01, 0xc8, 0x00]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 64, 3]);
const webp = (kind: string, body: number[]) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, "latin1"), Buffer.from(body)]);

describe("a terminal takes pictures", () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{ TERM: "xterm-kitty" }, "kitty"],
    [{ TERM: "xterm-256color", KITTY_WINDOW_ID: "1" }, "kitty"],
    [{ TERM: "xterm-ghostty", TERM_PROGRAM: "ghostty" }, "kitty"],
    [{ TERM: "xterm-256color", TERM_PROGRAM: "iTerm.app" }, "iterm2"],
    [{ TERM: "xterm-256color", LC_TERMINAL: "iTerm2" }, "iterm2"],
    [{ TERM: "xterm-256color", TERM_PROGRAM: "WezTerm" }, "iterm2"],
    [{ TERM: "xterm-256color" }, undefined],
    [{ TERM: "tmux-256color", KITTY_WINDOW_ID: "1" }, undefined],
    [{ TERM: "xterm-kitty", TMUX: "/tmp/x" }, undefined],
    [{ TERM: "xterm-kitty", STY: "1.x" }, undefined],
    [{ TERM: "dumb", KITTY_WINDOW_ID: "1" }, undefined],
    [{}, undefined],
  ])("%j: %s", (env, way) => {
    expect(pictureWay(env)).toBe(way);
  });
});

describe("the size of a picture is that of its bytes", () => {
  const size = { width: 320, height: 200 };
  test.each<[string, Uint8Array, object | undefined]>([
    ["PNG", png(320, 200), { kind: "png", ...size }],
    ["GIF", gif, { kind: "gif", ...size }],
    ["JPEG", jpeg, { kind: "jpeg", ...size }],
    ["WebP (VP8X)", webp("VP8X", [0, 0, 0, 0, 0x3f, 1, 0, 199, 0, 0]), { kind: "webp", ...size }],
    ["WebP (VP8L)", webp("VP8L", [0x2f, 0x3f, 0xc1, 0x31, 0]), { kind: "webp", ...size }],
    ["WebP (VP8)", webp("VP8 ", [0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 200, 0]), { kind: "webp", ...size }],
    ["a page", Buffer.from("<html>"), undefined],
    ["nothing", Buffer.alloc(0), undefined],
    ["half a PNG", png(1, 1).subarray(0, 18), undefined],
    ["half a GIF", gif.subarray(0, 7), undefined],
    ["half a JPEG", jpeg.subarray(0, 14), undefined],
    ["a JPEG that goes nowhere", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2]), undefined],
    ["half a WebP", webp("VP8X", [0]), undefined],
  ])("%s", (_name, bytes, told) => {
    expect(pictureSize(bytes)).toEqual(told);
  });
});

describe("a picture is drawn", () => {
  const canvas = { way: "kitty", columns: 80, rows: 24 } as const;
  const sequences = (line: LogLine | undefined) => wrap(line ?? { head: "", text: "", indent: 0 }).join("");

  test("by kitty's protocol: base64 in parts, and nothing else", () => {
    const bytes = png(320, 200, 5_000);
    const [row = ""] = wrap(drawnPicture(bytes, canvas) ?? { head: "", text: "", indent: 0 });
    const [, rows = ""] = /r=(\d+)/.exec(row) ?? [];
    expect(rows).toBe("10");
    const parts = Array.from(row.matchAll(/\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\/g), ([, keys, data]) => ({
      keys,
      data,
    }));
    expect(parts.map(({ keys }) => keys)).toEqual(["a=T,f=100,q=2,C=1,r=10,m=1", "m=0"]);
    expect(Buffer.from(parts.map(({ data }) => data).join(""), "base64").equals(bytes)).toBe(true);
    for (const { data = "" } of parts) expect(data.length).toBeLessThanOrEqual(4_096);
    expect(row.replace(/\x1b_G[^\x1b]*\x1b\\/g, "")).toBe(`${"\r\n".repeat(9)}\x1b[9A\x1b7\x1b8\x1b[9B`);
  });

  test("by iTerm2's: any kind that it knows", () => {
    const row = sequences(drawnPicture(jpeg, { ...canvas, way: "iterm2" }));
    expect(row).toMatch(
      /\x1b\]1337;File=inline=1;size=18;height=10;preserveAspectRatio=1:[A-Za-z0-9+/=]+\x07/,
    );
  });

  test.each<[string, Uint8Array, number | undefined]>([
    ["one that is small", png(8, 8), 1],
    ["one that is high", png(100, 4_000), 12],
    ["one that is wide", png(4_000, 100), 1],
    ["60,000 × 60,000 pixels", png(60_000, 60_000), undefined],
    ["no pixels", png(0, 5), undefined],
    ["a JPEG, which kitty does not take", jpeg, undefined],
    ["a page that is called a picture", Buffer.from("<html>"), undefined],
  ])("%s", (_name, bytes, rows) => {
    const line = drawnPicture(bytes, canvas);
    expect(line === undefined ? undefined : Number(/r=(\d+)/.exec(sequences(line))?.[1])).toBe(rows);
  });

  test("above the prompt, which stays where it is", () => {
    let written = "";
    const screen = new Screen({ columns: 80, write: (text) => (written += text) });
    screen.show({ label: "ana> ", text: "", cursor: 0 });
    written = "";
    const line = drawnPicture(png(320, 40), canvas);
    screen.print(wrap(line ?? { head: "", text: "", indent: 0 }));
    expect(written.replace(/_G[^\x1b]*/g, "_G")).toMatch(
      /^\x1b\[\?2026h\r\x1b\[K\x1b\[\?7l\r\n\x1b\[1A\x1b7(?:\x1b_G\x1b\\)+\x1b8\x1b\[1B\r\n\x1b\[\?7h\x1b\[\?7lana> /,
    );
  });
});

test("what is sent in front is fetched from the room's own server, and shown with whose it is", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end(png(320, 200));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const bound = server.address();
  const address = addressOf(
    `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`,
    "lobby",
  );
  let isShown = true;
  let seen = (_lines: readonly LogLine[]) => {};
  const first = new Promise<readonly LogLine[]>((resolve) => {
    seen = resolve;
  });
  const pictures = new Pictures({
    requester: { address, proxy: undefined },
    canvas: () => ({ way: "kitty", columns: 80, rows: 24 }),
    isShown: () => isShown,
    print: (lines) => seen(lines),
  });
  const id = "abcdefghijklmnopqrstuv";
  const picture: SharedFile = { id, name: "shot.png", type: "image/png", size: 124 };
  const message = { type: "message", id: 1, at: 0, nick: "bob", uid: "u", text: "" } as const;
  const others: SharedFile[] = [
    { ...picture, type: "text/plain" },
    { ...picture, type: "image/jpeg" },
    { ...picture, id: "../../x" },
    { ...picture, size: 5_000_000 },
  ];
  pictures.follow({ ...message, files: others });
  pictures.follow({ ...message, files: [picture], deleted: true });
  pictures.follow({ ...message, files: [picture] });
  const [head, drawn] = await first;
  expect(head?.text).toBe("— shot.png, from bob —");
  expect(drawn?.text).toContain("\x1b_Ga=T");
  expect(asked).toEqual([`/api/rooms/lobby/files/${id}/shot.png`]);
  isShown = false;
  pictures.follow({ ...message, files: [picture] });
  expect(asked).toHaveLength(1);
  pictures.close();
});
