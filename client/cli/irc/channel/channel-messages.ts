import type { Message, SharedFile } from "../../../../src/protocol/event.ts";
import { addressOf } from "../../../core/address.ts";
import type { SeenEvent } from "../../../core/chat-event.ts";
import { fileUrl } from "../../../core/http/file-http.ts";
import { Excerpts } from "../../view/excerpts.ts";
import { fileText } from "../../view/file-lines.ts";
import { labelledLines } from "../reply.ts";
import type { SharedMemory } from "../shared-memory.ts";
import { showsTags } from "../wire/capabilities.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { ircNick } from "../wire/nick-form.ts";
import type { ChannelAnswers } from "./channel-answers.ts";
import { msgidOf, saidLines } from "./said-lines.ts";
import { mannerKey } from "./said-manner.ts";
import { changeLines } from "./told-change.ts";
import type { Voice } from "./voice.ts";

/** How a message is told: as it came, or as one of earlier. */
export interface ToldAs {
  /** What stands before an old one, for who is told no times. */
  readonly mark?: string;
}

export interface ChannelMessagesOptions {
  readonly room: string;
  readonly voice: Voice;
  readonly answers: ChannelAnswers;
  readonly memory: SharedMemory;
}

/** Tells a client what is said in a channel. */
export class ChannelMessages {
  readonly #options: ChannelMessagesOptions;

  /** What was said, for what is said about it. */
  readonly #excerpts = new Excerpts();

  constructor(options: ChannelMessagesOptions) {
    this.#options = options;
  }

  /** Tells something that was said or changed, once it is stored. */
  tell(event: SeenEvent, as: ToldAs = {}): void {
    const { voice, room, answers, memory } = this.#options;
    const { own: isOwn, entry, replayed } = event;
    const text = event.type === "message" ? event.text : undefined;
    const said = answers.take(entry) ?? (isOwn && replayed ? answers.takeUnheard(text) : undefined);
    if (event.type !== "message") {
      const of = this.#excerpts.get(event.target);
      this.#excerpts.change(event);
      const reason = memory.reasons.find(msgidOf(room, event.target));
      const lines = changeLines(event, { voice, room, isOwn, label: said?.label, reason, of });
      for (const line of lines) voice.send(line);
      return;
    }
    this.#excerpts.add(event);
    // Who does not hear themselves has shown it already.
    if (said !== undefined && !voice.client.has("echo-message")) return;
    for (const line of labelledLines(this.lines(event, as), said?.label, voice.client)) voice.send(line);
  }

  /** Whom a reply answers, as people write it in IRC, where nothing else would show it. */
  #called({ uid, re, text = "", me }: Message): string {
    const { voice } = this.#options;
    const of = re === undefined || me || showsTags(voice.client) ? undefined : this.#excerpts.get(re);
    if (of === undefined || of.uid === uid) return "";
    const nick = voice.nick(of);
    return text.toLowerCase().startsWith(nick.toLowerCase()) ? "" : `${nick}: `;
  }

  /** A message as the client is told it. */
  lines(message: Message, { mark = "" }: ToldAs = {}): IrcLine[] {
    const { voice, room, memory } = this.#options;
    const { client } = voice;
    this.#excerpts.add(message);
    if (message.deleted) return [];
    const { to, uid, text = "", files = [] } = message;
    const other = to === undefined ? voice.name : ircNick(to.nick);
    return saidLines(message, {
      source: voice.author(message),
      target: to === undefined || voice.isSelf(message) ? other : client.nick,
      room,
      manner: memory.manners.find(mannerKey({ room, uid, text })),
      files: files.map((file) => fileText(file, fileUrl(addressOf(memory.origin, room), brief(file)))),
      mark: mark + this.#called(message),
      ...(client.has("draft/multiline") && client.has("batch") && { batch: () => client.batch() }),
    });
  }
}

/** Letters of a name in an address: a line of IRC has 510 bytes, and the id alone says what is meant. */
const MOST_NAME = 100;

/** A file whose name makes no long address. */
function brief(file: SharedFile): SharedFile {
  const [ending = ""] = /\.[a-z\d]{1,10}$/i.exec(file.name) ?? [];
  const isLong = encodeURIComponent(file.name.replace(/\p{Cs}/gu, "")).length > MOST_NAME;
  return isLong ? { ...file, name: `file${ending}` } : file;
}
