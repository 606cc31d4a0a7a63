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
  /** How many comings and goings it tells of; 0 for anything else. */
  moves: number;
}

export function messageItem(message: Message, own: boolean): MessageItem {
  return { kind: "message", key: `m${message.id}`, message, own };
}

export function shownAt(item: Item): number {
  return item.kind === "message" ? item.message.at : item.at;
}
