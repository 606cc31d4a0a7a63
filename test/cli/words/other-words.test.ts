import { afterEach, expect, test, vi } from "vitest";
import { endingOfFirst, endingOfRefusal, withUnsent } from "../../../client/cli/end/ending.ts";
import { askNick } from "../../../client/cli/talk/ask-nick.ts";
import { cliWords } from "../../../client/cli/words/words.ts";
import { speakWords } from "../../../client/core/words/spoken.ts";

afterEach(() => {
  vi.restoreAllMocks();
  speakWords({ refusals: {} });
});

function speakGerman(): void {
  speakWords({
    refusals: {
      nick_first_character: () => "Ein Name beginnt mit einem Buchstaben.",
      room_full: () => "Der Raum ist voll.",
    },
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

test("how sentences follow one another is the language's own affair", () => {
  const { end } = cliWords();
  vi.spyOn(end, "chooseNick").mockImplementation((why) => `${why}--nickで別の名前を選んでください。`);
  vi.spyOn(end, "left").mockReturnValue("2行が送られていません。");
  vi.spyOn(end, "kept").mockImplementation((left) => `${left}次回に送られます。`);
  vi.spyOn(end, "leaving").mockImplementation(({ ending, left }) => `${ending}${left}`);
  const ending = endingOfRefusal({ problem: "nick_taken", message: "その名前は使われています。" });
  expect(withUnsent(ending, { unsent: 2, unknown: 0, isKept: true }).message).toBe(
    "その名前は使われています。--nickで別の名前を選んでください。2行が送られていません。次回に送られます。",
  );
});
