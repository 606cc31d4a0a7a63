import { expect, test } from "vitest";
import { askNick } from "../../../client/cli/talk/ask-nick.ts";

/** Somebody at a terminal, and what they see. */
function somebody(...answers: (string | undefined)[]) {
  const seen: unknown[] = [];
  return {
    seen,
    ask(question: object) {
      seen.push(question);
      return Promise.resolve(answers.shift());
    },
    print: (lines: readonly unknown[]) => void seen.push(...lines),
  };
}

test("a nickname is asked for until it is one", async () => {
  const bad = ["1ana", "", "far-too-long", "a na", "anа"];
  const desk = somebody(...bad, " ana ", "bob");
  expect(await askNick(desk, "x")).toBe("ana");
  expect(desk.seen).toHaveLength(2 * bad.length + 1);
  expect(desk.seen[0]).toMatchObject({ text: "x" });
  expect(JSON.stringify(desk.seen[1])).toContain("A nickname begins with a letter.");
  expect(JSON.stringify(desk.seen[3])).toContain("A nickname can't be empty.");
});

test("whoever would rather not say is not asked again", async () => {
  expect(await askNick(somebody("1x", undefined), undefined)).toBeUndefined();
});
