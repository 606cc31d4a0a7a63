import type { DurableEvent } from "../../../../src/protocol/event.ts";
import { cliWords } from "../../words/words.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { msgidOf, timeTag } from "./said-lines.ts";
import type { Voice } from "./voice.ts";

export interface ChangeTelling {
  readonly voice: Voice;
  readonly room: string;
  /** Whether it is the client's own doing. */
  readonly isOwn: boolean;
  readonly label: string | undefined;
  /** Why a message was taken back, where it was said through this gateway. */
  readonly reason: string | undefined;
}

/** What a change of a message is to a client: what it can show of it, else a sentence. */
export function changeLines(
  event: Exclude<DurableEvent, { type: "message" }>,
  { voice, room, isOwn, label, reason }: ChangeTelling,
): IrcLine[] {
  const { client, name } = voice;
  const { irc } = cliWords();
  const source = voice.source({ nick: event.by, uid: event.byUid });
  const target = msgidOf(room, event.target);
  const tags = {
    time: timeTag(event.at),
    ...(label !== undefined && { label }),
  };
  const sentence = (text: string): IrcLine[] =>
    text
      .split(/\r?\n/)
      .filter((line) => line !== "")
      .map((line) => ({
        tags: { ...tags, "+draft/reply": target },
        source,
        command: "NOTICE",
        params: [name, line],
      }));
  switch (event.type) {
    case "edited":
      return isOwn ? [] : sentence(irc.edited(event.text));
    case "deleted":
      if (client.has("draft/message-redaction")) {
        return [
          {
            tags,
            source,
            command: "REDACT",
            params: [name, target, ...(reason === undefined ? [] : [reason])],
          },
        ];
      }
      return isOwn ? [] : sentence(irc.deleted);
    case "reacted": {
      if (!client.has("message-tags")) return isOwn || !event.on ? [] : sentence(irc.reacted(event.emoji));
      if (isOwn && !client.has("echo-message")) return [];
      const reaction = event.on ? "+draft/react" : "+draft/unreact";
      const told = { ...tags, [reaction]: event.emoji, "+draft/reply": target };
      return [{ tags: told, source, command: "TAGMSG", params: [name] }];
    }
    default:
      return event satisfies never;
  }
}
