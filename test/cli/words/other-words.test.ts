import { afterEach, expect, test, vi } from "vitest";
import { endingOfFirst } from "../../../client/cli/end/ending.ts";
import { askNick } from "../../../client/cli/talk/ask-nick.ts";
import { sharedWords } from "../../../client/core/words/shared-words.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function speakGerman(): void {
  vi.spyOn(sharedWords, "refusals", "get").mockReturnValue({
    nick_first_character: () => "Ein Name beginnt mit einem Buchstaben.",
    room_full: () => "Der Raum ist voll.",
  });
}

test("a nickname is refused in the language's own words", async () => {
  speakGerman();
  const answers = ["1ana", "ana"];
  const seen: unknown[] = [];
  const desk = {
    ask: () => Promise.resolve(answers.shift()),
    print: (lines: readonly unknown[]) => void seen.push(...lines),
  };
  expect(await askNick(desk, undefined)).toBe("ana");
  expect(JSON.stringify(seen)).toContain("Ein Name beginnt mit einem Buchstaben.");
});

test("a first attempt ends in the language's own words", () => {
  speakGerman();
  expect(endingOfFirst({ problem: "room_full", message: "The room is full." }, "why").message).toBe(
    "Der Raum ist voll.",
  );
});
