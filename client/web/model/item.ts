import type { Message } from "../../../src/protocol/event.ts";

/** One thing in the log. */
export type Item = MessageItem | NoticeItem;

export interface MessageItem {
  kind: "message";
  key: string;
  message: Message;
  own: boolean;
}

/** What the page says between the messages. */
export interface NoticeItem {
  kind: "notice";
  key: string;
  at: number;
  /** With its names and texts set apart. */
  text: string;
  /** It tells of people who came and went. */
  moves?: Moves;
}

/** Comings and goings that share one line. */
export interface Moves {
  readonly came: number;
  readonly went: number;
  /** The newest of them, as sentences. */
  readonly told: readonly string[];
}

export function messageItem(message: Message, own: boolean): MessageItem {
  return { kind: "message", key: `m${message.id}`, message, own };
}

export function shownAt(item: Item): number {
  return item.kind === "message" ? item.message.at : item.at;
}
