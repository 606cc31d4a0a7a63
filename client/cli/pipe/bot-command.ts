import type { Command } from "../../../src/protocol/command.ts";
import { isRefusal, refuse } from "../../../src/protocol/error.ts";
import { parseCommand } from "../../../src/protocol/frame.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem, type Problem, problemIn, refusedHere } from "../../core/problem.ts";
import { cliWords } from "../words/words.ts";

/** Reads a command of the protocol as a bot writes it: without its `cid`, which is this client's affair. */
export function parseBotCommand(line: string): Command | Problem {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: "bad_frame", message: cliWords().pipe.noJson, detail: "no_json" };
  }
  const parsed = parseCommand(JSON.stringify({ ...(json as object), cid: 1 }));
  return isRefusal(parsed) ? refusedHere(parsed) : parsed;
}

/** Does a command. Its answer, if it has one, is in the form of the protocol. */
export async function doBotCommand(chat: Chat, command: Command): Promise<object | Problem | undefined> {
  switch (command.type) {
    case "say": {
      const { type: _, cid: __, ...saying } = command;
      return problemIn(chat.say(saying));
    }
    case "edit":
      return problemIn(chat.edit(command.id, command.text));
    case "delete":
      return problemIn(chat.delete(command.id));
    case "react":
      return problemIn(chat.react(command.id, command.emoji, command.on));
    case "typing":
      chat.typing();
      return undefined;
    case "seen":
      chat.seen(command.id);
      return undefined;
    case "away":
      return problemIn(chat.away(command.text));
    case "visible":
      chat.visible(command.on);
      return undefined;
    case "nick":
      return problemIn(chat.rename(command.nick));
    case "kick":
      return problemIn(chat.kick(command.who, command.reason));
    case "ban": {
      const { type: _, who, ...how } = command;
      return problemIn(chat.ban(who, how));
    }
    case "unban":
      return problemIn(chat.unban(command.who));
    case "allow":
      return problemIn(chat.allow(command.who));
    case "role":
      return problemIn(chat.role(command.who, command.role));
    case "topic":
      return problemIn(chat.topic(command.text));
    case "lock":
      return problemIn(command.key === null ? chat.unlock() : chat.lock(command.key));
    case "slow":
      return problemIn(chat.slow(command.seconds));
    case "history": {
      const { type, cid: _, ...query } = command;
      return typed(type, await chat.history(query));
    }
    case "search": {
      const { type: _, cid: __, ...query } = command;
      return typed("found", await chat.search(query));
    }
    case "bans":
      return typed(command.type, await chat.bans());
    case "acts": {
      const { type, cid: _, ...query } = command;
      return typed(type, await chat.acts(query));
    }
    case "invite": {
      const { type, cid: _, ...wanted } = command;
      return typed(type, await chat.invite(wanted));
    }
    case "hook":
      return typed(command.type, await chat.hook(command.name));
    case "hooks":
      return typed(command.type, await chat.hooks());
    case "unhook":
      return typed(command.type, await chat.unhook(command.name));
    case "push":
      return typed(command.type, await chat.push(command.subscription, command.for));
    case "join":
      return refusedHere(refuse("already_joined"));
    case "leave":
      return undefined;
    default:
      return command satisfies never;
  }
}

function typed(type: string, answer: object): object {
  return isProblem(answer) ? answer : { type, ...answer };
}
