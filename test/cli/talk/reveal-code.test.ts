import { expect, test } from "vitest";
import { renderRow } from "../../../client/cli/prompt/row.ts";
import { partsOfCode } from "../../../client/cli/talk/reveal-code.ts";

const CODE = "abcd-efgh-jkmn-pqrs-tvwx-yz01-2345-678";

test.each([
  { columns: 80, rows: [`Code: ${CODE}`] },
  { columns: 45, rows: [`Code: ${CODE}`] },
  { columns: 44, rows: ["1/2: abcd-efgh-jkmn-pqrs-tvwx-yz01-2345", "2/2: 678"] },
  { columns: 40, rows: ["1/2: abcd-efgh-jkmn-pqrs-tvwx-yz01", "2/2: 2345-678"] },
  { columns: 14, rows: ["abcd-efgh", "jkmn-pqrs", "tvwx-yz01", "2345-678"] },
  { columns: 6, rows: ["abcd", "efgh", "jkmn", "pqrs", "tvwx", "yz01", "2345", "678"] },
])("a code at $columns columns", ({ columns, rows }) => {
  expect(partsOfCode(CODE, columns).map(({ label, text }) => label + text)).toEqual(rows);
});

test("nothing of it is out of sight, however narrow", () => {
  for (let columns = 2; columns <= 90; columns++) {
    const parts = partsOfCode(CODE, columns);
    expect(
      parts
        .map(({ text }) => text)
        .join("")
        .replaceAll("-", ""),
    ).toBe(CODE.replaceAll("-", ""));
    for (const { label, text } of parts) {
      const { head, tail } = renderRow({ label, text, cursor: text.length }, columns);
      expect(head + tail).toBe(label + text);
    }
  }
});
