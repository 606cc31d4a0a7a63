import { expect, test } from "vitest";
import { readLastTold, withLastTold } from "../../../client/web/told/last-told.ts";
import { windowFor } from "../../../client/web/told/window-for.ts";

test("what was told last of each place is kept, and bounded", () => {
  let kept: unknown;
  for (let at = 1; at <= 400; at++)
    kept = withLastTold(readLastTold(kept), `papo:r${at}`, { id: at, at: 1, rangAt: 0 });
  kept = withLastTold(readLastTold(kept), "papo:r200", { id: 500, at: 8, rangAt: 7 });
  const all = readLastTold(kept);
  expect(all.size).toBe(300);
  expect([...all].at(-1)).toEqual(["papo:r200", { id: 500, at: 8, rangAt: 7 }]);
  expect(all.has("papo:r100")).toBe(false);
});

test.each([[undefined], ["text"], [[["papo:a"]]], [[["papo:a", { id: -1, at: 1, rangAt: 0 }]]], [{ a: 1 }]])(
  "what is damaged is nothing: %j",
  (kept) => {
    expect(readLastTold(kept).size).toBe(0);
  },
);

const AT = "https://chat.example";

test.each([
  ["one that shows the room", ["/dev", "/lobby#58"], "/lobby#58"],
  ["the one that was looked at last", ["/lobby/", "/lobby"], "/lobby/"],
  ["any that shows a room", ["/", "/api/health", "/dev"], "/dev"],
  ["none that shows none", ["/", "/papo.tgz", "/a/b"], undefined],
  ["none where there is none", [], undefined],
])("the window for a room is %s", (_, paths, found) => {
  const windows = paths.map((path) => ({ url: AT + path }));
  expect(windowFor(windows, "lobby")?.url).toBe(found && AT + found);
});
