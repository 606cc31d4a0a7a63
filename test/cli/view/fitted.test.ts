import { describe, expect, test } from "vitest";
import { tagged } from "../../../client/cli/rooms/names.ts";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface } from "../../../client/cli/text/time.ts";
import { fitted, whole } from "../../../client/cli/view/fitted.ts";
import { layOut } from "../../../client/cli/view/lay-out.ts";
import { type LogLine, sentence } from "../../../client/cli/view/log-line.ts";
import { View } from "../../../client/cli/view/view.ts";
import type { SeenEvent } from "../../../client/core/chat-event.ts";
import type { Message } from "../../../src/protocol/event.ts";

const NOON = Date.UTC(2026, 10, 23, 12, 0);
const [ANA, BOB] = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"];
const LONG = Array.from({ length: 1_500 }, (_, at) => `row ${at + 1}`).join("\n");

const said = (fields: Partial<Message> = {}): Message => {
  return { type: "message", id: 58, at: NOON, nick: "bob", uid: BOB, text: LONG, ...fields };
};
const seen = (message: Message, replayed = false): SeenEvent => ({ ...message, own: false, replayed });
const edit: SeenEvent = {
  type: "edited",
  id: 60,
  target: 58,
  text: LONG,
  by: "bob",
  byUid: BOB,
  at: NOON,
  own: false,
  replayed: false,
};

function view(): View {
  const clock = clockface({ format: "hm", timeZone: "UTC" });
  return new View({
    ...{ styles: stylesFor("none"), clockface: clock, now: () => NOON, you: () => you },
    files: { addressOf: ({ id }) => id, isLinked: false },
  });
}
const you = { uid: ANA, nick: "ana" };

const rowsOf = (lines: readonly LogLine[], columns = 80) => lines.flatMap((line) => fitted(line, columns));

describe("a message with very many rows leaves the terminal to the others", () => {
  test.each<[string, readonly LogLine[], number]>([
    ["just said", view().seen(seen(said())).lines, 0],
    ["replayed", view().seen(seen(said(), true)).lines, 0],
    ["in private", view().seen(seen(said({ to: you }))).lines, 0],
    ["by a hook", view().seen(seen(said({ hook: "ci" }))).lines, 0],
    ["what it is changed to", view().seen(edit).lines, 0],
    ["of the history", view().page([said()], "history").lines, 2],
    ["missed", view().page([said()], "unread").lines, 2],
    [
      "to the reader, of those missed",
      view().stopped({
        since: { id: 1, epoch: 1, at: NOON },
        count: 1,
        mentions: 1,
        isMore: false,
        isWhole: true,
        first: undefined,
        older: [said()],
      }).lines,
      4,
    ],
    [
      "found",
      view().found([{ message: said({ id: 9 }), before: undefined, behind: said() }], "row 7").lines,
      2,
    ],
  ])("%s", (_, lines, others) => {
    const rows = rowsOf(lines);
    const rests = rows.filter((row) => row.includes("more rows"));
    expect(rests.at(-1)).toBe("… 1,460 more rows: /show 58");
    expect(rows.length).toBe(others + 41 * rests.length);
  });

  test("in a room behind, it says in which", () => {
    const rows = rowsOf(
      view()
        .seen(seen(said()))
        .lines.map((line) => tagged(line, "dev")),
    );
    expect(rows.at(-1)).toBe("dev … 1,460 more rows: /show 58");
  });

  test("long words count by the rows that they take", () => {
    const { lines } = view().seen(seen(said({ text: "word ".repeat(700).trim() })));
    expect(rowsOf(lines, 80).length).toBe(41);
    expect(rowsOf(lines, 200).length).toBeLessThan(30);
  });

  test("41 rows are shown, for that there are more would take the last of them", () => {
    const text = (count: number) => Array.from({ length: count }, () => "x").join("\n");
    const rows = (count: number) => rowsOf(view().seen(seen(said({ text: text(count) }))).lines);
    expect(rows(41).at(-1)?.trim()).toBe("x");
    expect(rows(42).at(-1)).toBe("… 2 more rows: /show 58");
  });

  test("whoever asks for all has all, and so has a pipe", () => {
    const { lines } = view().page([said()], "shown");
    expect(rowsOf(whole(lines)).length).toBe(1_502);
    expect(layOut(lines, { isTTY: false }).split("\n").length).toBe(1_503);
  });

  test("what is no message is shown as it is", () => {
    expect(rowsOf([sentence("word ".repeat(900))], 40).length).toBeGreaterThan(100);
  });
});
