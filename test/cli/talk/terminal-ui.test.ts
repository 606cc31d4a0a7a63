import { expect, test } from "vitest";
import type { Desk } from "../../../client/cli/talk/desk.ts";
import { MissedPlace } from "../../../client/cli/talk/missed-place.ts";
import { terminalUi } from "../../../client/cli/talk/terminal-ui.ts";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface } from "../../../client/cli/text/time.ts";
import type { LogLine } from "../../../client/cli/view/log-line.ts";
import { View } from "../../../client/cli/view/view.ts";
import type { Message } from "../../../src/protocol/event.ts";

const [ANA, BOB, ZOE] = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "zzzzzzzzzzzz"];
const said = (id: number, uid: string): Message => {
  return { type: "message", id, at: id, nick: uid === BOB ? "bob" : "zoe", uid, text: `said ${id}` };
};

/** Ana's, who ignores bob. */
function screen() {
  const printed: string[] = [];
  const view = new View({
    styles: stylesFor("none"),
    clockface: clockface({ format: "off", timeZone: "UTC" }),
    now: () => 0,
    you: () => ({ uid: ANA, nick: "ana" }),
    files: { addressOf: ({ id }) => id, isLinked: false },
  });
  const desk: Pick<Desk, "print" | "columns" | "ask"> = {
    columns: 80,
    print: (lines: readonly LogLine[]) => printed.push(...lines.map(({ head, text }) => head + text)),
    ask: () => Promise.resolve(undefined),
  };
  const unread = new MissedPlace();
  unread.begin(1, undefined);
  const ui = terminalUi({
    desk,
    view,
    ignored: new Map([[BOB, "bob"]]),
    token: () => "",
    become: () => {},
    unread,
    quit: () => {},
  });
  return { ui, printed };
}

test.each<[string, string[], string[]]>([
  ["some of it", [BOB, ZOE], ["— said before —", "zoe: said 8", "— until here —"]],
  ["all of it", [BOB, BOB], ["All of that was said by people whom you ignore."]],
])("of history, the ignored said %s; the next goes back from before that", (_, uids, rows) => {
  const { ui, printed } = screen();
  ui.show(
    uids.map((uid, at) => said(at + 7, uid)),
    "history",
  );
  expect(printed).toEqual(rows);
  expect(ui.oldestShown()).toBe(7);
});

test("what was missed, and the ignored alone have said", () => {
  const { ui, printed } = screen();
  ui.unread?.show([said(3, BOB)], 3);
  expect(printed).toEqual(["All of that was said by people whom you ignore."]);
  expect(ui.unread?.after()).toBe(3);
});
