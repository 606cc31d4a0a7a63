import { cliWords } from "../../words/words.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import type { Reply } from "../reply.ts";
import type { IrcMessage } from "../wire/irc-message.ts";
import { OpenBatch } from "../wire/open-batch.ts";
import { noteIn } from "../wire/plain-text.ts";
import { utter } from "./utter.ts";

/** Targets of one line. */
const MOST_TARGETS = 10;

/** What is said. */
export const TALK: IrcCommands = {
  PRIVMSG: { needs: 0, run: (client, reply, message) => sayToAll(client, reply, message) },
  // A bot's word. It is said all the same, and never answered with an error.
  NOTICE: { needs: 0, run: (client, reply, message) => sayToAll(client, reply, message) },
  BATCH: {
    needs: 1,
    async run(client, reply, message) {
      const [reference = "", type, target = ""] = message.params;
      const name = reference.slice(1);
      const { irc } = cliWords();
      if (reference.startsWith("+") && type === "draft/multiline" && client.has("draft/multiline")) {
        client.open = new OpenBatch(name, target, message);
        reply.later();
        return;
      }
      const { open } = client;
      if (!reference.startsWith("-") || open?.name !== name) {
        reply.fail("BATCH", "INVALID_REFTAG", name, irc.noBatch);
        return;
      }
      client.open = undefined;
      if (open.trouble === undefined) {
        const { opening, command, target, text, lines } = open;
        const answer = client.answer(opening.tags.label);
        await utter(client, answer, { tags: opening.tags, command, target, text, lines });
        answer.end();
      }
      reply.later();
    },
  },
  AWAY: {
    needs: 0,
    run(client, reply, { params: [text] }) {
      const { numerics } = cliWords().irc;
      client.away = noteIn(text);
      for (const channel of client.channels.values()) channel.tellAway();
      if (client.away === undefined) reply.numeric("305", numerics.unaway);
      else reply.numeric("306", numerics.nowAway);
    },
  },
};

async function sayToAll(
  client: IrcClient,
  reply: Reply,
  { tags, command, params: [targets = "", text] }: IrcMessage,
): Promise<void> {
  const each = targets.split(",").filter((target) => target !== "");
  const { numerics } = cliWords().irc;
  if (command === "PRIVMSG") {
    if (each.length === 0) return reply.numeric("411", numerics.noRecipient);
    if (text === undefined || text === "") return reply.numeric("412", numerics.noText);
    if (each.length > MOST_TARGETS) return reply.numeric("407", targets, numerics.tooManyTargets);
  }
  if (text === undefined || text === "") return;
  for (const target of each.slice(0, MOST_TARGETS)) {
    await utter(client, reply, { tags, command: command === "NOTICE" ? "NOTICE" : "PRIVMSG", target, text });
  }
}
