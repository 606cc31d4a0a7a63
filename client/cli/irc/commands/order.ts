import { isProblem, localProblem, type Problem } from "../../../core/problem.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { passed } from "../../gateway/passed.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcOrder } from "../channel/channel-answers.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";

/** Milliseconds that a room's answer to an order may take before other commands are done. */
const ANSWER_WITHIN = 1_000;

export interface Ordered {
  readonly channel: Channel;
  readonly type: IrcOrder["type"];
  /** Whether the room tells its people of it. */
  readonly isTold?: boolean;
  act(): Problem | undefined;
}

/** Asks a room for an order to be kept, and tells what came of it. Whether it was. */
export async function order(
  client: IrcClient,
  reply: Reply,
  { channel, type, isTold = true, act }: Ordered,
): Promise<boolean> {
  // What may not be is refused at once.
  if (channel.chat.room.you?.role === "member") {
    reply.numeric("482", channel.name, cliWords().irc.numerics.needChanop);
    return false;
  }
  const { answers, chat } = channel;
  const answered = answers.ordered({ type, reply }, passed(client.house.clock, ANSWER_WITHIN));
  const refused = act();
  if (refused !== undefined) answers.endOrder(type, refused);
  // A refusal would come before the answer to a question behind it.
  else if (!isTold) {
    void chat.bans().then((bans) => answers.endOrder(type, isProblem(bans) ? bans : undefined));
  }
  const told = await answered;
  // What changes nothing is told to nobody.
  const problem = told?.problem === "no_answer" && (await hasDone(client, channel)) ? undefined : told;
  if (problem !== undefined) tellRefusal(reply, channel, problem);
  return problem === undefined;
}

/** Whether a room has done what it was asked: it takes one after the other. */
async function hasDone({ house }: IrcClient, { chat }: Channel): Promise<boolean> {
  const asked = chat.history({ before: 1, limit: 1 });
  return !isProblem(await Promise.race([asked, passed(house.clock, ANSWER_WITHIN).then(late)]));
}

function late(): Problem {
  return localProblem("no_answer");
}

/** Clients have words of their own for these: what is refused for another reason is no want of rights. */
const REFUSED: Readonly<Record<string, string>> = { no_such_nick: "441", forbidden: "482" };

export function tellRefusal(reply: Reply, { name }: Pick<Channel, "name">, problem: Problem): void {
  reply.numeric(REFUSED[problem.problem] ?? "400", name, oneLine(sayProblem(problem)));
}
