import type { Saying } from "../../../../src/protocol/command.ts";
import { isProblem } from "../../../core/problem.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import type { IrcMessage } from "../irc-message.ts";
import { OpenBatch } from "../open-batch.ts";
import { saidIn } from "../plain-text.ts";
import type { Reply } from "../reply.ts";
import { readMsgid } from "../said-lines.ts";
import { channelOf } from "./channel-of.ts";

/** What is said. */
export const TALK: IrcCommands = {
  PRIVMSG: {
    needs: 0,
    run: (client, reply, message) => say(client, reply, { ...message, text: message.params[1] }),
  },
  // A bot's word. It is said all the same, and never answered with an error.
  NOTICE: {
    needs: 2,
    run: (client, reply, message) => say(client, reply, { ...message, text: message.params[1] }),
  },
  BATCH: {
    needs: 1,
    run(client, reply, message) {
      const [reference = "", type, target = ""] = message.params;
      const name = reference.slice(1);
      if (reference.startsWith("+") && type === "draft/multiline" && client.has("draft/multiline")) {
        client.open = new OpenBatch(name, target, message);
        reply.later();
        return;
      }
      const { open } = client;
      if (!reference.startsWith("-") || open?.name !== name) {
        reply.fail("BATCH", "INVALID_REFTAG", name, cliWords().irc.noBatch);
        return;
      }
      client.open = undefined;
      if (open.isTooLong) {
        reply.fail("BATCH", "MULTILINE_MAX_BYTES", "16000", cliWords().irc.batchTooLong);
        return;
      }
      const { tags } = open.opening;
      const answer = client.answer(tags.label);
      say(client, answer, { tags, command: "PRIVMSG", params: [open.target], text: open.text });
      answer.end();
      reply.later();
    },
  },
  TAGMSG: {
    needs: 1,
    run(client, reply, { tags, params: [target = ""] }) {
      if (!target.startsWith("#")) return;
      const channel = channelOf(client, reply, target);
      if (channel === undefined) return;
      const { chat } = channel;
      if (tags["+typing"] === "active") chat.typing();
      const emoji = tags["+draft/react"] ?? tags["+draft/unreact"];
      const meant = readMsgid(tags["+draft/reply"] ?? tags["+reply"] ?? "");
      if (emoji === undefined || meant?.room !== channel.room) return;
      const entry = chat.react(meant.id, emoji, tags["+draft/react"] !== undefined);
      if (isProblem(entry)) reply.fail("TAGMSG", "CANNOT_REACT", target, oneLine(sayProblem(entry)));
      else expected(client, reply, { channel, key: entry.key });
    },
  },
  REDACT: {
    needs: 2,
    run(client, reply, { params: [target = "", msgid = ""] }) {
      const channel = channelOf(client, reply, target);
      if (channel === undefined) return;
      const meant = readMsgid(msgid);
      if (meant?.room !== channel.room) {
        reply.fail("REDACT", "UNKNOWN_MSGID", target, msgid, cliWords().irc.noSuchMessage);
        return;
      }
      const entry = channel.chat.delete(meant.id);
      if (isProblem(entry))
        reply.fail("REDACT", "REDACT_FORBIDDEN", target, msgid, oneLine(sayProblem(entry)));
      else expected(client, reply, { channel, key: entry.key });
    },
  },
  AWAY: {
    needs: 0,
    run(client, reply, { params: [text = ""] }) {
      client.away = text === "" ? undefined : text;
      for (const { chat } of client.channels.values()) chat.away(text === "" ? null : text.slice(0, 200));
      const { numerics } = cliWords().irc;
      if (text === "") reply.numeric("305", numerics.unaway);
      else reply.numeric("306", numerics.nowAway);
    },
  },
};

/** A message, and what it is to say. */
interface WrittenMessage extends IrcMessage {
  readonly text: string | undefined;
}

function say(
  client: IrcClient,
  reply: Reply,
  { tags, command, params, text: written }: WrittenMessage,
): void {
  const [target = ""] = params;
  const isQuiet = command === "NOTICE";
  const { numerics } = cliWords().irc;
  if (target === "") {
    if (!isQuiet) reply.numeric("411", numerics.noRecipient);
    return;
  }
  if (written === undefined || written === "") {
    if (!isQuiet) reply.numeric("412", numerics.noText);
    return;
  }
  const said = saidIn(written);
  if (said === undefined) return;
  const place = placeOf(client, target);
  if (place === undefined) {
    if (isQuiet) return;
    const isRoom = target.startsWith("#");
    reply.numeric(isRoom ? "403" : "401", target, isRoom ? numerics.noSuchChannel : numerics.noSuchNick);
    return;
  }
  const { channel, to } = place;
  const answered = readMsgid(tags["+draft/reply"] ?? tags["+reply"] ?? "");
  const saying: Saying = {
    text: said.text,
    ...(said.me && { me: true }),
    ...(to !== undefined && { to }),
    ...(answered?.room === channel.room && { re: answered.id }),
  };
  const entry = channel.chat.say(saying);
  if (isProblem(entry)) {
    reply.numeric("404", target, oneLine(sayProblem(entry)));
    return;
  }
  client.talkedIn(channel);
  expected(client, reply, { channel, key: entry.key });
}

interface AwaitedEntry {
  readonly channel: Channel;
  /** Of the outbox. */
  readonly key: number;
}

/** Where it is stored, it is told of; with it comes the answer, if the client hears itself. */
function expected(client: IrcClient, reply: Reply, { channel, key }: AwaitedEntry): void {
  const hears = client.has("echo-message");
  channel.expect(key, hears ? reply.label : undefined);
  if (hears) reply.later();
}

/** The room that a target means: itself, or the one of those in which somebody is where both have talked last. */
function placeOf(client: IrcClient, target: string): { channel: Channel; to?: string } | undefined {
  if (target.startsWith("#")) {
    const channel = client.channels.get(target.slice(1).toLowerCase());
    return channel && { channel };
  }
  const [channel] = [...client.channels.values()]
    .filter((each) => each.find(target) !== undefined)
    .sort((a, b) => b.talkedAt - a.talkedAt);
  const member = channel?.find(target);
  return channel && member && { channel, to: member.uid };
}
