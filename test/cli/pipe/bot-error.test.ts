import { expect, test } from "vitest";
import { parseBotCommand } from "../../../client/cli/pipe/bot-command.ts";
import { botError } from "../../../client/cli/pipe/bot-event.ts";
import { isProblem } from "../../../client/core/problem.ts";

test.each([
  { line: "{", code: "bad_frame", detail: "no_json" },
  { line: '{"type":"say"}', code: "bad_frame", detail: "bad_field", params: { field: "text" } },
  { line: '{"type":"nick","nick":"1ana"}', code: "bad_nick", detail: "nick_first_character" },
])("what a bot is refused here has the id of its sentence: $line", ({ line, ...told }) => {
  const problem = parseBotCommand(line);
  expect(isProblem(problem) && botError("say", problem)).toEqual({
    type: "error",
    of: "say",
    message: expect.stringMatching(/^\p{Lu}.*\.$/u),
    ...told,
  });
});

test("and so has what the room refuses", () => {
  const told = { detail: "next_number", params: { next: 4 }, retryAfter: 5 };
  expect(botError(undefined, { problem: "out_of_order", message: "The next number is 4.", ...told })).toEqual(
    {
      type: "error",
      code: "out_of_order",
      message: "The next number is 4.",
      ...told,
    },
  );
});
