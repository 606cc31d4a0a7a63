import { at, joined, list, text } from "./fields.ts";
import type { HookSaying } from "./hook-saying.ts";

/** Slack's own way to write links, mentions and the three characters that it needs for them. */
const MARKUP = /<(?:[!@#]\w|[a-z][\w+.-]*:)[^<>]*>|&(?:amp|lt|gt);/gi;
const ESCAPED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/** What Slack would show of a message: https://api.slack.com/reference/surfaces/formatting */
export function fromSlack(message: unknown): HookSaying {
  const said = text(message, "text");
  // Where there are blocks or attachments, the text is there for who can show no more, and often stands in them too.
  const more = [
    ...list(message, "blocks").map(blockText),
    ...list(message, "attachments").map(attachmentText),
  ].filter((piece) => !said.includes(piece));
  return { text: unescaped(joined([said, ...more], "\n")), nick: text(message, "username") };
}

function blockText(block: unknown): string {
  const pieces = [
    text(block, "text", "text"),
    ...list(block, "fields").map((field) => text(field, "text")),
    ...list(block, "elements").map((element) => text(element, "text")),
  ];
  return joined(pieces, "\n");
}

function attachmentText(attachment: unknown): string {
  const title = joined([text(attachment, "title"), text(attachment, "title_link")], " ");
  const said = [
    ...[text(attachment, "pretext"), title, text(attachment, "text")],
    ...list(attachment, "fields").map(fieldText),
    ...list(attachment, "blocks").map(blockText),
  ];
  // For who can show no more.
  return joined(said, "\n") || text(attachment, "fallback");
}

function fieldText(field: unknown): string {
  const value = at(field, "value");
  return joined(
    [text(field, "title"), typeof value === "number" ? String(value) : text(field, "value")],
    ": ",
  );
}

function unescaped(marked: string): string {
  return marked.replace(MARKUP, (found) => {
    if (found.startsWith("&")) return plain(found);
    const [target = "", label = ""] = found.slice(1, -1).split("|", 2).map(plain);
    return linked(target, label);
  });
}

/** Undoes the three escapes, each once: `&amp;lt;` is `&lt;`. */
function plain(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ESCAPED[name] ?? "");
}

/** `<!here>`, `<@U1|ana>`, `<#C1|general>`, `<https://a.example|label>` and their like as people read them. */
function linked(target: string, label: string): string {
  const rest = target.slice(1);
  switch (target[0]) {
    case "!":
      return label || `@${rest.split("^", 1)[0]}`;
    case "@":
    case "#":
      return `${target[0]}${(label || rest).replace(/^[@#]/, "")}`;
    default: {
      const bare = target.replace(/^mailto:/, "");
      return label === "" || label === bare || label === target ? bare : `${label} (${target})`;
    }
  }
}
