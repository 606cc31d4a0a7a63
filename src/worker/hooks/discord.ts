import { joined, list, text } from "./fields.ts";
import type { HookSaying } from "./hook-saying.ts";

/** A link without a preview, and an emoji of a server's own. */
const MARKUP = /<(https?:\/\/[^\s<>]+)>|<a?(:\w+:)\d+>/g;

/** What Discord would show of a message: https://discord.com/developers/docs/resources/webhook#execute-webhook */
export function fromDiscord(message: unknown): HookSaying {
  const shown = [text(message, "content"), ...list(message, "embeds").map(embedText)];
  const marked = joined(shown, "\n");
  return {
    text: marked.replace(MARKUP, (_, link?: string, emoji?: string) => link ?? emoji ?? ""),
    nick: text(message, "username"),
  };
}

function embedText(embed: unknown): string {
  const title = joined([text(embed, "title"), text(embed, "url")], " ");
  const fields = list(embed, "fields").map((field) =>
    joined([text(field, "name"), text(field, "value")], ": "),
  );
  return joined([text(embed, "author", "name"), title, text(embed, "description"), ...fields], "\n");
}
