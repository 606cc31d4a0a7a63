import { expect, test } from "vitest";
import { lettersOf } from "../../client/web/text/letters.ts";

test.each([
  ["ana", "an"],
  ["user01", "01"],
  ["user7", "u7"],
  ["user100", "00"],
  ["משתמש12", "12"],
  ["مستخدم٤٢", "٤٢"],
  ["mary-jane", "mj"],
  ["a_b-c", "ac"],
  ["Gal·la", "Gl"],
  ["小林さん", "小林"],
  ["นํ้าใจ", "นํ้า"],
  ["हिन्दी", "हिन्दी"],
  ["x\u0323\u0307y", "x\u0323\u0307y"],
  ["-x-", "x"],
  ["👍", "👍"],
  ["", ""],
])("%j is known by %j", (name, letters) => {
  expect(lettersOf(name)).toBe(letters);
});

test.each(["user", "gość-", "用户", "مستخدم"])(
  "sixty that are called %j and a number are told apart",
  (name) => {
    const numbers = Array.from({ length: 60 }, (_, at) => String(at + 1).padStart(2, "0"));
    expect(new Set(numbers.map((number) => lettersOf(name + number))).size).toBe(60);
    expect(new Set(numbers.map((number) => lettersOf(name + Number(number)))).size).toBe(60);
  },
);
