import { expect, test } from "vitest";
import { localeOf } from "../../client/web/session/locale.ts";

test.each([
  { tag: "pt-BR", locale: "pt-BR" },
  { tag: "pt", locale: "pt" },
  { tag: "es-419", locale: "es-419" },
  { tag: "en-GB-oxendict", locale: "en-GB" },
  { tag: "en-Latn-GB", locale: "en" },
  // As a Chromium has it where the system's language is C.
  { tag: "en-US@posix", locale: "en-US" },
  // As something else may have written it.
  { tag: "pt_BR.UTF-8", locale: "pt" },
  { tag: "pt-", locale: "pt" },
  { tag: "pt--BR", locale: "pt" },
  { tag: "pt\0", locale: "pt" },
])("the page has its dates from $tag as from $locale", ({ tag, locale }) => {
  expect(localeOf(tag)).toBe(locale);
  expect(() => new Intl.DateTimeFormat(localeOf(tag))).not.toThrow();
});

test("where nothing is spoken, there is no locale", () => {
  expect(localeOf("")).toBeUndefined();
});
