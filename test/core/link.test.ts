import * as fc from "fast-check";
import { expect, test } from "vitest";
import { linkCode, tokenOfLink } from "../../client/core/link.ts";
import { isProblem } from "../../client/core/problem.ts";
import { TOKEN } from "../../src/protocol/identity.ts";

const token = fc.stringMatching(TOKEN);

test("§2 a code gives its token back, however it is typed", () => {
  void fc.assert(
    fc.property(token, (secret) => {
      const code = linkCode(secret);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{1,4})+$/);
      expect(tokenOfLink(code)).toBe(secret);
      expect(tokenOfLink(` ${code.toUpperCase().replaceAll("-", " ").replaceAll("0", "O")}\n`)).toBe(secret);
    }),
  );
});

test("§2 one wrong character is noticed", () => {
  void fc.assert(
    fc.property(
      token,
      fc.nat(),
      fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz"),
      (secret, at, wrong) => {
        const code = linkCode(secret).replaceAll("-", "");
        const index = at % code.length;
        fc.pre(code[index] !== wrong);
        const typed = code.slice(0, index) + wrong + code.slice(index + 1);
        expect(isProblem(tokenOfLink(typed))).toBe(true);
      },
    ),
  );
});

test.for([[""], ["not a code!"], ["abcd"], ["abcd-efgh-jkmn"]])("%s is no code", ([written = ""]) => {
  expect(tokenOfLink(written)).toMatchObject({ problem: "bad_code" });
});
