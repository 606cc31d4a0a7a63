import { fromAlerts } from "./alerts.ts";
import { fromDiscord } from "./discord.ts";
import { text } from "./fields.ts";
import type { HookSaying } from "./hook-saying.ts";
import { fromSlack } from "./slack.ts";

/** Whatever has a text, however it is written: a few lines of a script, or a system that knows one of these forms. */
export function fromPlain(message: unknown): HookSaying {
  const nick = text(message, "nick") || text(message, "username");
  const said = text(message, "text") || text(message, "content");
  if (said !== "") return { text: said, nick };
  const shown = [fromSlack, fromDiscord, fromAlerts].map((read) => read(message).text);
  return { text: shown.find((each) => each !== "") ?? "", nick };
}
