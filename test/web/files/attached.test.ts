import { describe, expect, test } from "vitest";
import { attachedIn, putAttached } from "../../../client/web/files/attached.ts";
import { emptyWriting, sent, write } from "../../../client/web/model/writing.ts";
import { panelWords } from "../../../client/web/words/panel-words.ts";

const file = (key: string) => ({ key, name: `${key}.png`, size: 4 });
const bob = { uid: "b", nick: "bob" };

describe("what is attached", () => {
  test("stays with whom it was meant for, and goes with what is sent", () => {
    const forAll = putAttached(write(emptyWriting, "hello"), undefined, (list) => [...list, file("a")]);
    const both = putAttached(forAll, bob, (list) => [...list, file("b")]);
    expect(both.to).toBeUndefined();
    expect(attachedIn(both)).toEqual([file("a")]);
    expect(attachedIn({ ...both, to: bob })).toEqual([file("b")]);
    expect(attachedIn(sent(both))).toEqual([]);
    expect(attachedIn({ ...sent(both), to: bob })).toEqual([file("b")]);
  });

  test("is four files at most, and leaves nothing behind when it is taken off", () => {
    const many = putAttached(emptyWriting, undefined, () => ["a", "b", "c", "d", "e"].map(file));
    expect(attachedIn(many).map(({ key }) => key)).toEqual(["a", "b", "c", "d"]);
    expect(putAttached(many, undefined, () => []).drafts).toEqual({ "": { text: "" } });
  });

  test.each([null, {}, [null], [{ key: "a" }], [{ ...file("a"), size: -1 }], "a"])(
    "is nothing where somebody's hand left %j",
    (attached) => {
      expect(attachedIn({ drafts: { "": { text: "", attached } } })).toEqual([]);
    },
  );
});

test.each([
  [1, "1 byte"],
  [1_023, "1,023 bytes"],
  [1_024, "1 KB"],
  [5_324, "5.2 KB"],
  [200_000, "195 KB"],
  [1_023_487, "999 KB"],
  [5_242_880, "5 MB"],
  [26_214_400, "25 MB"],
])("%i bytes are said as %s", (bytes, said) => {
  expect(panelWords.files.size(bytes)).toBe(said);
});
