import { expect, test } from "vitest";
import { nickKey as keyOfPage } from "../../client/web/wire/nick.ts";
import { nickKey } from "../../src/protocol/nick.ts";

// What stands in for a part of the protocol in the browser's bundle does the same.

test.each(["ana", "ÄNA", "ẞtraße", "ΣΊΣΥΦΟΣ", "ﬁx", "İI"])("the page folds %s as the room does", (nick) => {
  expect(keyOfPage(nick)).toBe(nickKey(nick));
});
