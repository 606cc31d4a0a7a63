import type { ToldCatalogue } from "./english-told.ts";

export const portugueseTold: ToldCatalogue = {
  title: ({ nick, room }) => `${nick} em ${room}`,
  privateTitle: ({ nick, room }) => `${nick}, só para você, em ${room}`,
  folded: ({ count, room }) => `${count} mensagens novas em ${room}`,
  privateFolded: ({ count, nick, room }) => `${count} mensagens novas de ${nick}, só para você, em ${room}`,
  line: ({ nick, text }) => `${nick}: ${text}`,
  ignored: (room) => `Disseram algo em ${room}`,
  something: "Disseram algo numa sala sua",
  ended: "O papo não alcança mais você aqui",
  open: "Abra-o uma vez e volta a alcançar.",
};
