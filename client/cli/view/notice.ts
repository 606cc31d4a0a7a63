import type { ChatEvent, ChatEventOf } from "../../core/chat-event.ts";
import { oneLine } from "../../core/text/one-line.ts";
import type { Styles } from "../text/styles.ts";
import { nickText } from "./message-line.ts";

/** What happens in a room besides talk. */
export type RoomNews = Extract<
  ChatEvent,
  {
    type:
      | "joined"
      | "left"
      | "renamed"
      | "topic"
      | "locked"
      | "slow"
      | "role"
      | "unbanned"
      | "allowed"
      | "break";
  }
>;

/** A sentence about what has happened in the room. */
export function notice(news: RoomNews, styles: Styles): string {
  const nick = (uid: string, name: string) => nickText({ uid, nick: name }, styles);
  switch (news.type) {
    case "joined":
      return `→ ${nick(news.uid, news.nick)} joined`;
    case "left":
      return `← ${nick(news.uid, news.nick)} ${LEFT[news.why]}`;
    case "renamed":
      return `${nick(news.uid, news.from)} is now ${nick(news.uid, news.nick)}`;
    case "topic":
      return `${nick(news.byUid, news.by)} set the topic: ${oneLine(news.text)}`;
    case "locked":
      return `${nick(news.byUid, news.by)} ${news.locked ? "locked the room: newcomers need the passphrase now" : "unlocked the room"}`;
    case "slow":
      return news.seconds === 0
        ? `${nick(news.byUid, news.by)} ended slow mode`
        : `${nick(news.byUid, news.by)} set slow mode: members wait ${news.seconds} s between messages`;
    case "role":
      return `${nick(news.byUid, news.by)} made ${nick(news.uid, news.nick)} ${ROLE[news.role]}`;
    case "unbanned":
      return `${nick(news.byUid, news.by)} let ${nick(news.uid, news.nick)} in again`;
    case "allowed":
      return `${nick(news.byUid, news.by)} let ${nick(news.uid, news.nick)} in, whatever their network`;
    case "break":
      return BREAK[news.why];
    default:
      return news satisfies never;
  }
}

const LEFT: Readonly<Record<ChatEventOf<"left">["why"], string>> = {
  left: "left",
  lost: "lost the connection",
  kicked: "was kicked",
  banned: "was banned",
};

const ROLE: Readonly<Record<ChatEventOf<"role">["role"], string>> = {
  member: "a plain member",
  mod: "a mod",
  owner: "an owner",
};

const BREAK: Readonly<Record<ChatEventOf<"break">["why"], string>> = {
  retention: "— something is missing here: the room no longer has it —",
  erased: "— the room begins anew: it was erased, or restored from a backup —",
};
