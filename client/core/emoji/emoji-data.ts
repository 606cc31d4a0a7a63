import { gemoji } from "gemoji";
import groups from "unicode-emoji-json/data-by-group.json" with { type: "json" };
import { stepWriter } from "./emoji-steps.ts";
import { flagCode, flagName } from "./flag-name.ts";

// Evaluated when the clients are built (scripts/at-build.ts): what two packages know, as one short text.

const stepsTo = stepWriter();
const named = new Map(gemoji.map((each) => [each.emoji, each]));

/**
 * All emoji, group by group, with an empty line between two groups. A line has
 * the emoji (see emoji-steps.ts), its shortcodes, its name unless the first
 * shortcode says it, and further words that lead to it, with tabs between. What
 * the runtime knows of a flag is left out.
 */
export const emojiData: string = groups
  .map(({ emojis }) => emojis.map(({ emoji, name, slug }) => lineOf(emoji, name, slug)).join("\n"))
  .join("\n\n");

function lineOf(emoji: string, name: string, slug: string): string {
  const { names = [slug], tags = [] } = named.get(emoji) ?? {};
  const flag = flagName(emoji);
  const isSaid = name === (flag ?? names[0]?.replaceAll("_", " "));
  const known = new Set([...names, name].flatMap((each) => each.toLowerCase().split(/[\s_]+/)));
  const words = tags.filter((tag) => !known.has(tag));
  const written = names.join(" ");
  const codes = flag !== undefined && written === flagCode(flag) ? "" : written;
  return [stepsTo(emoji), codes, isSaid ? "" : name, words.join(" ")].join("\t").trimEnd();
}
