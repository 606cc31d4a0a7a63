import { describe, expect, test } from "vitest";
import { Screen } from "../../../client/cli/prompt/screen.ts";
import type { ColorDepth } from "../../../client/cli/text/color-depth.ts";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface } from "../../../client/cli/text/time.ts";
import { fileTitle, spokenIn } from "../../../client/cli/view/file-lines.ts";
import { View } from "../../../client/cli/view/view.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import { addressOf } from "../../../client/core/address.ts";
import type { SeenEvent } from "../../../client/core/chat-event.ts";
import { fileUrl } from "../../../client/core/http/file-http.ts";
import type { SharedFile } from "../../../src/protocol/event.ts";

const NOON = Date.UTC(2026, 10, 27, 12, 0);
const ID = "abcdefghijklmnopqrstuv";
const address = addressOf("https://host", "lobby");
const shot: SharedFile = { id: ID, name: "shot.png", type: "image/png", size: 1_536 };

function viewWith(isLinked: boolean, depth: ColorDepth = "none"): View {
  return new View({
    styles: stylesFor(depth),
    clockface: clockface({ format: "off" }),
    now: () => NOON,
    files: { addressOf: (file) => fileUrl(address, file), isLinked },
    you: () => ({ uid: "aaaaaaaaaaaa", nick: "ana" }),
  });
}

type Fields = Partial<Extract<SeenEvent, { type: "message" }>>;

function message(fields: Fields): SeenEvent {
  const seen = { own: false, replayed: false };
  return {
    type: "message",
    id: 1,
    at: NOON,
    nick: "bob",
    uid: "bbbbbbbbbbbb",
    text: "hi",
    ...seen,
    ...fields,
  };
}

const by = { by: "bob", byUid: "bbbbbbbbbbbb", at: NOON, own: false, replayed: false };

function rows(
  event: SeenEvent,
  { isLinked = false, columns }: { isLinked?: boolean; columns?: number } = {},
) {
  return viewWith(isLinked)
    .seen(event)
    .lines.flatMap((line) => wrap(line, columns));
}

describe("a file is a line under its message", () => {
  test.each<{ name: string; event: SeenEvent; lines: string[] }>([
    {
      name: "with its size and its address",
      event: message({ files: [shot] }),
      lines: ["bob: hi", `     ↳ shot.png (1.5 KB) https://host/api/rooms/lobby/files/${ID}/shot.png`],
    },
    {
      name: "each of several, where there is no text",
      event: message({ text: "", files: [shot, { ...shot, name: "my log.txt", size: 5 }] }),
      lines: [
        `bob: ↳ shot.png (1.5 KB) https://host/api/rooms/lobby/files/${ID}/shot.png`,
        `     ↳ my log.txt (5 bytes) https://host/api/rooms/lobby/files/${ID}/my%20log.txt`,
      ],
    },
    {
      name: "also of a reply, and of what somebody does",
      event: message({ text: "", re: 7, me: true, files: [shot] }),
      lines: [
        `* bob (re an older message) ↳ shot.png (1.5 KB) https://host/api/rooms/lobby/files/${ID}/shot.png`,
      ],
    },
    {
      name: "under what says that its text was taken away",
      event: message({ text: "", edited: true, files: [shot] }),
      lines: ["bob: (edited)", `     ↳ shot.png (1.5 KB) https://host/api/rooms/lobby/files/${ID}/shot.png`],
    },
    {
      name: "none of a message that is deleted",
      event: { ...message({ deleted: true, files: [shot] }), text: undefined } as unknown as SeenEvent,
      lines: ["bob: (deleted)"],
    },
    {
      name: "harmless, whatever it is called",
      event: message({ files: [{ ...shot, name: "a\u001b]8;;x\u0007\n12:00 ana: b\u202egnp.exe" }] }),
      lines: [
        "bob: hi",
        `     ↳ a 12:00 ana: bgnp.exe (1.5 KB) https://host/api/rooms/lobby/files/${ID}/a%1B%5D8%3B%3Bx%07%0A12%3A00%20ana%3A%20b%E2%80%AEgnp.exe`,
      ],
    },
  ])("$name", ({ event, lines }) => {
    expect(rows(event)).toEqual(lines);
  });

  test("in place of a text that is not there, though it calls its reader", () => {
    const to = { uid: "aaaaaaaaaaaa", nick: "ana" };
    const { lines } = viewWith(true, "256").seen(message({ to, text: "", files: [shot] }));
    expect(lines).toMatchObject([{ head: expect.stringContaining("bob"), text: "↳ shot.png (1.5 KB)" }]);
  });

  test("with its address in one piece where a row can hold it", () => {
    expect(rows(message({ files: [shot] }), { columns: 72 })).toEqual([
      "bob: hi",
      "     ↳ shot.png (1.5 KB)",
      `  https://host/api/rooms/lobby/files/${ID}/shot.png`,
    ]);
  });

  test("with its address from the left edge where none can, for the terminal to go on with", () => {
    const [, , address = ""] = rows(message({ files: [shot] }), { columns: 40 });
    expect(address).toBe(`https://host/api/rooms/lobby/files/${ID}/shot.png`);
    let written = "";
    const screen = new Screen({ columns: 40, write: (text) => (written += text) });
    screen.print(["short", address]);
    expect(written).toContain(`\x1b[?7lshort\r\n\x1b[?7h${address}\r\n\x1b[?7l\x1b[?7h`);
  });

  test("that leads there, where the terminal takes that", () => {
    const link = `\x1b]8;;https://host/api/rooms/lobby/files/${ID}/shot.png\x1b\\`;
    const end = "\x1b]8;;\x1b\\";
    expect(rows(message({ files: [shot] }), { isLinked: true, columns: 18 })).toEqual([
      "bob: hi",
      `     ${link}↳ shot.png${end}`,
      `       ${link}(1.5 KB)${end}`,
    ]);
  });
});

describe("what has no text is told by its files", () => {
  const view = viewWith(false);
  const seen = (event: SeenEvent) => view.seen(event).lines.map((line) => wrap(line).join("\n"))[0];

  test("in a reply, a change and a notification", () => {
    expect(view.seen(message({ text: "", files: [shot] })).said?.text).toBe("[shot.png]");
    expect(seen(message({ id: 2, re: 1, text: "nice" }))).toBe("bob (re bob: “[shot.png]”): nice");
    expect(seen({ ...by, type: "edited", id: 3, target: 1, text: "look" })).toBe(
      "✎ bob changed a message “[shot.png]” to: look",
    );
    expect(seen({ ...by, type: "edited", id: 4, target: 1, text: "" })).toBe(
      "✎ bob changed a message “look” to: (no text)",
    );
    expect(seen({ ...by, type: "deleted", id: 5, target: 1 })).toBe("✎ bob deleted a message “[shot.png]”");
  });

  test.each<{ said: Parameters<typeof spokenIn>[0]; text: string }>([
    { said: { text: "hi", files: [shot] }, text: "hi" },
    { said: { text: "", files: [shot, { ...shot, name: "b\nc" }] }, text: "[shot.png, b c]" },
    { said: { text: "" }, text: "" },
    { said: {}, text: "" },
  ])("$said", ({ said, text }) => {
    expect(spokenIn(said)).toBe(text);
  });
});

test.each([
  ["שלום.png", "\u2068שלום.png\u2069"],
  ["x".repeat(200), `${"x".repeat(120)}…`],
])("a name keeps its place, and is cut: %j", (name, title) => {
  expect(fileTitle({ name })).toBe(title);
});

test.each(["../../etc", "a/b", "x\ud800", "a b#c?d", "(1)'!*"])(
  "no id and no name leads elsewhere: %j",
  (part) => {
    const { origin, pathname, search, hash } = new URL(fileUrl(address, { ...shot, id: ID, name: part }));
    expect([origin, pathname.split("/").length, search, hash]).toEqual(["https://host", 7, "", ""]);
    expect(fileUrl(address, { ...shot, name: part })).toMatch(/^https:\/\/host\/[\w./%~!'()*-]+$/);
  },
);
