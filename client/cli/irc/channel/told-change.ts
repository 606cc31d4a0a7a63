import type { DurableEvent } from "../../../../src/protocol/event.ts";
import { isolate } from "../../../core/text/isolate.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import type { Excerpt } from "../../view/excerpts.ts";
import { cliWords } from "../../words/words.ts";
import { showsTags } from "../wire/capabilities.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { splitText } from "../wire/split-text.ts";
import { LINE_BYTES, msgidOf, timeTag } from "./said-lines.ts";
import type { Voice } from "./voice.ts";

export interface ChangeTelling {
  readonly voice: Voice;
  readonly room: string;
  /** Whether it is the client's own doing. */
  readonly isOwn: boolean;
  readonly label: string | undefined;
  /** The message that it changes, where it was told. */
  readonly of: Excerpt | undefined;
  /** Why a message was taken back, where it was said through this gateway. */
  readonly reason: string | undefined;
}

/** What a change of a message is to a client: what it can show of it, else a sentence. */
export function changeLines(
  event: Exclude<DurableEvent, { type: "message" }>,
  { voice, room, isOwn, label, reason, of }: ChangeTelling,
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
    splitText(text, LINE_BYTES - Buffer.byteLength(`:${source} NOTICE ${name} :`))
      .filter((line) => line.text !== "")
      .map((line) => ({
        tags: { ...tags, "+draft/reply": target },
        source,
        command: "NOTICE",
        params: [name, isolate(line.text)],
      }));
  const told = of && {
    whose: of.uid === event.byUid ? undefined : oneLine(of.nick),
    quote: of.text ?? "",
  };
  switch (event.type) {
    case "edited":
      return isOwn ? [] : sentence(irc.edited({ of: told, text: event.text }));
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
      return isOwn ? [] : sentence(irc.deleted(told));
    case "reacted": {
      if (isOwn && !client.has("echo-message")) return [];
      const reaction = event.on ? "+draft/react" : "+draft/unreact";
      const tagged = { ...tags, [reaction]: event.emoji, "+draft/reply": target };
      const tagmsg: IrcLine = { tags: tagged, source, command: "TAGMSG", params: [name] };
      const words = { of: told, emoji: event.emoji };
      return [
        ...(client.has("message-tags") ? [tagmsg] : []),
        ...(isOwn || showsTags(client) ? [] : sentence(irc[event.on ? "reacted" : "unreacted"](words))),
      ];
    }
    default:
      return event satisfies never;
  }
}
