import { MULTILINE } from "./open-batch.ts";

/** What of IRCv3 is spoken, with what a client of version 302 is told about it: https://ircv3.net/specs/. */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  "away-notify": "",
  batch: "",
  "cap-notify": "",
  "draft/chathistory": "",
  "draft/message-redaction": "",
  "draft/multiline": `max-bytes=${MULTILINE.bytes},max-lines=${MULTILINE.lines}`,
  "echo-message": "",
  "extended-join": "",
  "invite-notify": "",
  "labeled-response": "",
  "message-tags": "",
  "multi-prefix": "",
  "server-time": "",
  setname: "",
  "userhost-in-names": "",
};

/** What those clients ask for that show reactions and replies; that they take tags tells it of none. */
const OF_MODERN = ["draft/chathistory", "draft/message-redaction"] as const;

/** Whether a client will show by itself what tags tell, as far as can be known. */
export function showsTags(client: { has(capability: string): boolean }): boolean {
  return client.has("message-tags") && OF_MODERN.some((capability) => client.has(capability));
}

/** Which capability a tag belongs to; all others to message-tags. */
const OF_TAG: Readonly<Record<string, string>> = {
  time: "server-time",
  batch: "batch",
  label: "labeled-response",
};

/** Whether a client that has asked for these capabilities takes a tag. */
export function takesTag(tag: string, asked: ReadonlySet<string>): boolean {
  return asked.has(OF_TAG[tag] ?? "message-tags");
}
