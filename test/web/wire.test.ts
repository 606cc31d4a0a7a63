import { expect, test } from "vitest";
import { checkDraft } from "../../client/core/sending/check.ts";
import { ERRORS as SENTENCES } from "../../client/web/wire/error.ts";
import { nickKey as keyOfPage } from "../../client/web/wire/nick.ts";
import { ERROR_CODES, ERRORS } from "../../src/protocol/error.ts";
import { nickKey } from "../../src/protocol/nick.ts";

// What stands in for parts of the protocol in the browser's bundle says the same.

test.each(["ana", "ÄNA", "ẞtraße", "ΣΊΣΥΦΟΣ", "ﬁx", "İI"])("the page folds %s as the room does", (nick) => {
  expect(keyOfPage(nick)).toBe(nickKey(nick));
});

test("the page has every sentence that a client says by itself, as the protocol has it", () => {
  expect(ERRORS).toMatchObject(SENTENCES);
  const limits = { text: 3, frame: 100 };
  const said = ["", "  ", "\u0000", "long", "x"].map(
    (text) => checkDraft({ type: "say", text }, limits)?.problem,
  );
  const own = said.flatMap((code) => (code !== undefined && ERROR_CODES.includes(code) ? [code] : []));
  expect(own.filter((code) => !Object.keys(SENTENCES).includes(code))).toEqual([]);
});
