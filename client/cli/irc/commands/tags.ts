import { isEmoji } from "../../../../src/protocol/text/emoji.ts";
import { isProblem, type Problem } from "../../../core/problem.ts";
import type { Entry } from "../../../core/sending/entry.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import { readMsgid, timeTag } from "../channel/said-lines.ts";
import { forOthers, otherTags } from "../channel/said-manner.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import type { Reply } from "../reply.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { channelOf } from "./channel-of.ts";
import { sayHere } from "./utter.ts";

/** What is said about a message, and without words. */
export const TAGS: IrcCommands = {
  TAGMSG: {
    needs: 1,
    run(client, reply, { tags, params: [target = ""] }) {
      if (!client.has("message-tags")) return;
      const meant = readMsgid(tags["+draft/reply"] ?? tags["+reply"] ?? "");
      const emoji = tags["+draft/react"] ?? tags["+draft/unreact"];
      const channel = target.startsWith("#")
        ? channelOf(client, reply, target)
        : meant && client.channels.get(meant.room);
      if (channel === undefined) {
        if (!target.startsWith("#")) sayHere(client, reply, { tags, command: "TAGMSG", target, text: "" });
        return;
      }
      if (tags["+typing"] === "active" && target.startsWith("#")) channel.chat.typing();
      if (target.startsWith("#")) passOn(client, reply, { channel, tags: otherTags(tags) });
      if (emoji === undefined || meant?.room !== channel.room) return;
      if (!isEmoji(emoji)) {
        // It is nothing to papo: it may be something to others.
        passOn(client, reply, { channel, tags: forOthers(tags) });
        return;
      }
      const entry = channel.chat.react(meant.id, emoji, tags["+draft/react"] !== undefined);
      expect(client, reply, { channel, entry, refused: ["TAGMSG", "CANNOT_REACT", target] });
    },
  },
  REDACT: {
    needs: 2,
    run(client, reply, { params: [target = "", msgid = "", reason] }) {
      const meant = readMsgid(msgid);
      const channel = target.startsWith("#")
        ? client.channel(target)
        : meant && client.channels.get(meant.room);
      if (channel === undefined) {
        reply.fail("REDACT", "INVALID_TARGET", target, cliWords().irc.numerics.noSuchChannel);
        return;
      }
      if (meant?.room !== channel.room) {
        reply.fail("REDACT", "UNKNOWN_MSGID", target, msgid, cliWords().irc.noSuchMessage);
        return;
      }
      if (reason) client.house.reasons.keep(msgid, reason);
      const entry = channel.chat.delete(meant.id);
      expect(client, reply, { channel, entry, refused: ["REDACT", "REDACT_FORBIDDEN", target, msgid] });
    },
  },
};

/** Tags that papo has no idea of reach the clients of this gateway that are there. */
function passOn(
  client: IrcClient,
  reply: Reply,
  { channel: { room, name }, tags }: { channel: Channel; tags: Readonly<Record<string, string>> },
): void {
  if (Object.keys(tags).length === 0) return;
  const { house } = client;
  const told = { ...tags, time: timeTag(house.clock.now()), msgid: house.msgid() };
  const line: IrcLine = { tags: told, source: client.source, command: "TAGMSG", params: [name] };
  for (const other of house.clients) {
    if (other.nick !== client.nick && other.channels.has(room) && other.has("message-tags")) other.send(line);
  }
  if (client.has("echo-message")) reply.line(line);
}

interface Changing {
  readonly channel: Channel;
  readonly entry: Entry | Problem;
  /** What a refusal begins with. */
  readonly refused: readonly [command: string, ...params: string[]];
}

/** The answer comes when a change is stored, if the client hears of its own. */
function expect(client: IrcClient, reply: Reply, { channel, entry, refused }: Changing): void {
  if (isProblem(entry)) {
    const [command, ...params] = refused;
    reply.fail(command, ...params, oneLine(sayProblem(entry)));
    return;
  }
  const hears = client.has("echo-message") || refused[0] === "REDACT";
  channel.answers.expect(entry.key, { label: hears ? reply.label : undefined });
  if (hears) reply.later();
}
