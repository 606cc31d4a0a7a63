import fc from "fast-check";

/** Strings in which what endangers a terminal is as frequent as what does not. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "\x1b",
          "\x1b[",
          "\x1b]0;",
          "\x1bP",
          "\x1b\\",
          "\x9b",
          "\x9d",
          "\x9c",
          "\x07",
          "2J",
          "31m",
        ),
        fc.constantFrom(
          "\r",
          "\n",
          "\t",
          "\u202e",
          "\u202c",
          "\u2066",
          "\u2069",
          "\u200b",
          "\u00ad",
          "\u3164",
          "\u{e0041}",
          "\u200d",
          "\u0301",
          "\ufe0f",
          "\ud83d",
        ),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
      ),
    )
    .map((parts) => parts.join(""));
