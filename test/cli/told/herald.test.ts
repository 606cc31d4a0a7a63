import { describe, expect, test } from "vitest";
import type { Attended } from "../../../client/cli/prompt/prompt.ts";
import { Herald } from "../../../client/cli/told/herald.ts";
import { fakeTerminal } from "../../support/fake-terminal.ts";

const said = { nick: "bob", text: "hi", isPrivate: false, calls: true, isReplayed: false };
const BELL = "\x07";
const NOTIFIED = "\x1b]777;notify;bob in lobby;hi\x1b\\";

function herald({ TERM = "foot", bell = true, notify = true } = {}) {
  const terminal = fakeTerminal({ TERM });
  const shown = new Herald({ host: terminal.host, rings: () => bell, notify, complain: () => {} });
  let read = 0;
  const news = () => {
    const all = terminal.written();
    const behind = all.slice(read);
    read = all.length;
    return behind;
  };
  return { shown, news, terminal };
}
const title = (text: string) => `\x1b]2;${text}\x1b\\`;

describe("a call", () => {
  test.each<{ attended: Attended[]; isFront: boolean; written: string }>([
    { attended: [], isFront: true, written: BELL + title("(1) lobby — papo") + NOTIFIED },
    // A terminal that does not tell says nothing by a key.
    { attended: ["key"], isFront: true, written: BELL + title("(1) lobby — papo") + NOTIFIED },
    { attended: ["focus"], isFront: true, written: BELL },
    { attended: ["focus", "blur"], isFront: true, written: BELL + title("(1) lobby — papo") + NOTIFIED },
    { attended: ["blur", "key"], isFront: true, written: BELL },
    { attended: ["focus"], isFront: false, written: BELL + NOTIFIED },
  ])("after $attended, in front: $isFront", ({ attended, isFront, written }) => {
    const { shown, news } = herald();
    shown.show({ room: "lobby", told: 0 });
    for (const by of attended) shown.attended(by);
    news();
    shown.tell(said, { name: "lobby", isFront, how: "aloud" });
    expect(news()).toBe(written);
  });

  test.each([
    { options: { bell: false }, written: NOTIFIED },
    { options: { notify: false }, written: BELL },
    { options: { TERM: "xterm" }, written: BELL },
    { options: { TERM: "dumb" }, written: "" },
  ])("$options", ({ options, written }) => {
    const { shown, news } = herald(options);
    shown.tell(said, { name: "lobby", isFront: false, how: "aloud" });
    expect(news().replace(/\x1b\[22;2t|\x1b\]2;[^\x1b]*\x1b\\/g, "")).toBe(written);
  });
});

test.each([
  { isFront: true, written: title("(1) lobby — papo") },
  // That one is counted by whoever has the rooms.
  { isFront: false, written: "" },
])("what is told silently is counted alone; in front: $isFront", ({ isFront, written }) => {
  const { shown, news } = herald();
  shown.show({ room: "lobby", told: 0 });
  news();
  shown.tell(said, { name: "lobby", isFront, how: "silently" });
  expect(news()).toBe(written);
});

describe("the title", () => {
  test("counts what is to the reader, until somebody is there", () => {
    const { shown, news } = herald();
    shown.show({ room: "lobby", told: 0 });
    expect(news()).toBe(`\x1b[22;2t${title("lobby — papo")}`);
    shown.tell(said, { name: "lobby", isFront: true, how: "aloud" });
    shown.show({ room: "lobby", told: 2 });
    expect(news()).toContain(title("(3) lobby — papo"));
    shown.attended("blur");
    expect(news()).toBe("");
    shown.attended("key");
    expect(news()).toBe(title("(2) lobby — papo"));
    shown.close();
    expect(news()).toBe("\x1b]2;\x1b\\\x1b[23;2t");
    shown.close();
    expect(news()).toBe("");
  });

  test.each(["linux", "dumb", "vt100", ""])("is none of the business of %j", (TERM) => {
    const { shown, terminal } = herald({ TERM });
    shown.show({ room: "lobby", told: 1 });
    shown.close();
    expect(terminal.written()).toBe("");
  });
});
