import { gemoji } from "gemoji";
import groups from "unicode-emoji-json/data-by-group.json" with { type: "json" };
import { stepWriter } from "./emoji-steps.ts";
import { SAID } from "./emoji-table.ts";
import { flagCode, flagName } from "./flag-name.ts";

// Evaluated when the clients are built (scripts/at-build.ts): what two packages know, as one short text.

const stepsTo = stepWriter();
const named = new Map(gemoji.map((each) => [each.emoji, each]));

/**
 * All emoji (see emoji-steps.ts), a line each; and, behind a form feed, what there
 * is to say of each, group by group, with a form feed between two groups:
 * its shortcodes, its name unless the first shortcode says it (which goes by ~
 * in one that is longer), and further words that lead to it, with tabs between.
 * What the runtime knows of a flag is left out. So, and with spaces for
 * underscores, it is shorter when gzipped.
 */
export const emojiData: string = [
  groups.flatMap(({ emojis }) => emojis.map(({ emoji }) => stepsTo(emoji))).join("\n"),
  ...groups.map(({ emojis }) => emojis.map(({ emoji, name, slug }) => lineOf(emoji, name, slug)).join("\n")),
].join("\f");

function lineOf(emoji: string, name: string, slug: string): string {
  const { names = [slug], tags = [] } = named.get(emoji) ?? {};
  const flag = flagName(emoji);
  const first = flag ?? names[0]?.replaceAll("_", " ") ?? "";
  const known = new Set([...names, name].flatMap((each) => each.toLowerCase().split(/[\s_]+/)));
  const words = tags.filter((tag) => !known.has(tag));
  const written = names.join(",");
  const codes = flag !== undefined && written === flagCode(flag) ? "" : written;
  const called = name === first ? "" : name.replace(first, SAID);
  return [codes.replaceAll("_", " "), called, words.join(" ")].join("\t").trimEnd();
}
