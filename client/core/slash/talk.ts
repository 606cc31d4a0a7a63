import type { Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../chat.ts";
import { problemIn } from "../problem.ts";
import { words } from "../words/words.ts";
import { messageFromEnd, personOf, splitCount, splitWord } from "./pointing.ts";
import { type SlashCommand, type SlashOutcome, usage } from "./slash-command.ts";

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
  run({ chat }, argument): SlashOutcome {
    const [word, text] = splitWord(argument);
    if (text === "") return usage(msg);
    const person = personOf(chat, word);
    if (person === undefined) return slash.nobodyCalled(word);
    return problemIn(chat.say({ text, to: person.uid }));
  },
};

const reply: SlashCommand = {
  name: "reply",
  aliases: ["r"],
  ...commands.reply,
  run({ chat }, argument): SlashOutcome {
    const [word, behind] = splitWord(argument);
    const person = behind === "" ? undefined : personOf(chat, word);
    const { count, rest: text } = splitCount(person === undefined ? argument : behind);
    if (text === "") return usage(reply);
    const you = chat.room.you?.uid;
    const target = messageFromEnd(chat, count ?? 1, ({ uid }) => {
      if (person !== undefined) return uid === person.uid;
      return count !== undefined || uid !== you;
    });
    if (target === undefined) return slash.noSuchMessage;
    return problemIn(chat.say({ text, re: target.id, ...otherParty(target, you) }));
  },
};

const edit: SlashCommand = {
  name: "edit",
  ...commands.edit,
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

export const talk: readonly SlashCommand[] = [me, msg, reply, edit, remove];

/** A reply to a private message stays between the two. */
function otherParty({ uid, to }: Message, you: string | undefined): { to?: string } {
  if (to === undefined) return {};
  return { to: uid === you ? to.uid : uid };
}

/** The key of the person's newest message if it isn't stored yet: "your last" would be taken for another. */
function unsentSay(chat: Chat): number | undefined {
  return chat.outbox.findLast(({ draft }) => draft.type === "say")?.key;
}
