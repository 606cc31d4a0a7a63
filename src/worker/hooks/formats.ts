import { refuseAs } from "../../protocol/detail.ts";
import type { Refusal } from "../../protocol/error.ts";
import type { HookReceipt } from "../../room/http/deliver.ts";
import { json, noContent, plainText } from "../responses.ts";
import { fromDiscord } from "./discord.ts";
import { fromGitHub } from "./github.ts";
import type { HookSaying } from "./hook-saying.ts";
import { fromPlain } from "./plain.ts";
import { fromSlack } from "./slack.ts";

/** What was stored, and how the sender asked for it. */
interface Brought {
  readonly receipt: HookReceipt;
  readonly text: string;
  readonly url: URL;
}

/** How systems of one kind write, and what they want to hear. */
interface Format {
  /** Undefined for what is not told at all. */
  read(posted: unknown, headers: Headers): HookSaying | undefined | Refusal;
  answer(stored: Brought): Response;
}

/** By what stands behind a hook's address; "" for nothing. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    "",
    {
      read: fromPlain,
      answer: ({ receipt: { id, at } }) => json({ id, at }, { status: 201 }),
    },
  ],
  ["slack", { read: fromSlack, answer: () => plainText("ok") }],
  [
    "discord",
    {
      read: fromDiscord,
      answer: (stored) =>
        stored.url.searchParams.get("wait") === "true" ? json(discordMessage(stored)) : noContent(),
    },
  ],
  [
    "github",
    {
      read(posted, headers) {
        const name = headers.get("X-GitHub-Event");
        return name === null ? refuseAs("bad_field", { field: "X-GitHub-Event" }) : fromGitHub(name, posted);
      },
      answer: ({ receipt: { id, at } }) => json({ id, at }, { status: 201 }),
    },
  ],
]);

/** A message in the form in which Discord's clients want it back. Ids of channels and hooks are numbers there. */
function discordMessage({ receipt: { id, at, nick }, text }: Brought) {
  const timestamp = new Date(at).toISOString();
  return {
    ...{ id: String(id), type: 0, content: text, channel_id: "0", webhook_id: "0" },
    author: { id: "0", username: nick, discriminator: "0000", avatar: null, bot: true },
    ...{ timestamp, edited_timestamp: null, tts: false, pinned: false, flags: 0 },
    ...{ attachments: [], embeds: [], components: [] },
    ...{ mentions: [], mention_roles: [], mention_everyone: false },
  };
}
