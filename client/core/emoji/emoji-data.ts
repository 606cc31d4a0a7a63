import { gemoji } from "gemoji";
import groups from "unicode-emoji-json/data-by-group.json" with { type: "json" };

// Evaluated when the clients are built (scripts/at-build.ts): what two packages know, as one short text.

const named = new Map(gemoji.map((each) => [each.emoji, each]));

/**
 * All emoji, group by group, with an empty line between two groups. A line has
 * the emoji, its shortcodes, its name unless the first shortcode says it, and
 * further words that lead to it, with tabs between.
 */
export const emojiData: string = groups
  .map(({ emojis }) => emojis.map(({ emoji, name, slug }) => lineOf(emoji, name, slug)).join("\n"))
  .join("\n\n");

function lineOf(emoji: string, name: string, slug: string): string {
  const { names = [slug], tags = [] } = named.get(emoji) ?? {};
  const isSaid = names[0]?.replaceAll("_", " ") === name;
  const known = new Set([...names, name].flatMap((each) => each.toLowerCase().split(/[\s_]+/)));
  const words = tags.filter((tag) => !known.has(tag));
  return [emoji, names.join(" "), isSaid ? "" : name, words.join(" ")].join("\t").trimEnd();
}
