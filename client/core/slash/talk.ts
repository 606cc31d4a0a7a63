import type { Saying } from "../../../src/protocol/command.ts";
import type { Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../chat.ts";
import { problemIn } from "../problem.ts";
import { isolate } from "../text/isolate.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { messageFromEnd, messageMeant, personOf, splitCount, splitWord } from "./pointing.ts";
import { reactCommands } from "./react.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";

const { commands, slash } = words;

const me: SlashCommand = {
  name: "me",
  ...commands.me,
  run: ({ chat }, text) => (text === "" ? usage(me) : problemIn(chat.say({ text, me: true }))),
};

const msg: SlashCommand = {
  name: "msg",
  aliases: ["w"],
  ...commands.msg,
  isConfidential: true,
  run(context, argument): SlashOutcome {
    const [word, text] = splitWord(argument);
    if (text === "") return usage(msg);
    const person = personOf(context.chat, word);
    if (person === undefined) return slash.nobodyCalled(word);
    return sayTo(context, { text, to: person.uid });
  },
};

const reply: SlashCommand = {
  name: "reply",
  aliases: ["r"],
  ...commands.reply,
  isConfidential: true,
  run(context, argument): SlashOutcome {
    const { chat } = context;
    const [, behind] = splitWord(argument);
    // A single word is what is said, and nobody's name.
    const isSaid = behind === "" && splitCount(argument).count === undefined;
    const { message: target, rest } = messageMeant(chat, isSaid ? "" : argument);
    const text = isSaid ? argument : rest;
    if (text === "") return usage(reply);
    const you = chat.room.you?.uid;
    if (target === undefined) return slash.noSuchMessage;
    return sayTo(context, { text, re: target.id, ...otherParty(target, you) });
  },
};

const edit: SlashCommand = {
  name: "edit",
  ...commands.edit,
  isConfidential: true,
  run({ chat }, argument): SlashOutcome {
    const { count = 1, rest: text } = splitCount(argument);
    if (text === "") return usage(edit);
    if (unsentSay(chat) !== undefined) return slash.onItsWay;
    const target = messageFromEnd(chat, count, ({ uid }) => uid === chat.room.you?.uid);
    return target === undefined ? slash.noSuchMessage : problemIn(chat.edit(target.id, text));
  },
};

const remove: SlashCommand = {
  name: "delete",
  aliases: ["del"],
  ...commands.delete,
  run({ chat, ui }, argument): SlashOutcome {
    const [word, behind] = splitWord(argument);
    const person = word === "" || word.startsWith("^") ? chat.room.you : personOf(chat, word);
    if (person === undefined) return slash.nobodyCalled(word);
    const { count = 1, rest } = splitCount(
      person === chat.room.you && word.startsWith("^") ? argument : behind,
    );
    if (rest !== "") return usage(remove);
    if (person.uid === chat.room.you?.uid) {
      const unsent = unsentSay(chat);
      if (unsent !== undefined) {
        if (count !== 1 || !chat.drop(unsent)) return slash.onItsWay;
        ui.print(slash.notSentYet);
        return;
      }
    }
    const target = messageFromEnd(chat, count, ({ uid }) => uid === person.uid);
    return target === undefined ? slash.noSuchMessage : problemIn(chat.delete(target.id));
  },
};

export const talk: readonly SlashCommand[] = [me, msg, reply, edit, remove, ...reactCommands];

/** Says something, and to whoever writes to somebody alone that they are away. */
function sayTo({ chat, ui }: SlashContext, saying: Saying): SlashOutcome {
  const problem = problemIn(chat.say(saying));
  if (problem !== undefined) return problem;
  const to = chat.room.members.find(({ uid }) => uid === saying.to);
  if (to?.away)
    ui.print(unbroken(slash.isAway({ nick: isolateName(to.nick), text: isolate(unbroken(to.away)) })));
}

/** A reply to a private message stays between the two. */
function otherParty({ uid, to }: Message, you: string | undefined): { to?: string } {
  if (to === undefined) return {};
  return { to: uid === you ? to.uid : uid };
}

/** The key of the person's newest message if it isn't stored yet: "your last" would be taken for another. */
function unsentSay(chat: Chat): number | undefined {
  return chat.outbox.findLast(({ draft }) => draft.type === "say")?.key;
}
