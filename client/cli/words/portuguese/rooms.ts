import { moment } from "../../../core/words/portuguese.ts";
import type { CliCatalogue } from "../words.ts";
import { eitherOf, inPlural, timeUntil } from "./units.ts";

const NOTICES = { all: "avisa de tudo", calls: "avisa do que chama você", nothing: "não avisa de nada" };

export const rooms: CliCatalogue["rooms"] = {
  commands: {
    join: {
      usage: "<sala, ou endereço>",
      help: "Entrar em mais uma sala: deste servidor, só pelo nome.",
    },
    part: { usage: "[sala]", help: "Sair desta sala, ou de outra; /close sai de todas." },
    go: {
      usage: "[sala, ou número]",
      help: "Falar em outra de suas salas (Alt-1 a 9, Alt-Left, Alt-Right); sem mais nada: onde há mais coisa não lida (Alt-A).",
    },
    rooms: { usage: "", help: "Mostrar em que salas você está." },
    quiet: {
      usage: "[sala]",
      help: "Só contar o que se diz numa sala, sem som nem aviso; de novo: acabar com isso.",
    },
  },

  asks: ({ room, number }) =>
    number > 9
      ? `${room} espera uma resposta sua: /go ${room} vai para lá.`
      : `${room} espera uma resposta sua: Alt-${number} ou /go ${room} vai para lá.`,
  leavesAll: (count) =>
    count === 2
      ? "Aperte Ctrl-C de novo para sair das duas salas."
      : `Aperte Ctrl-C de novo para sair das ${count} salas.`,
  left: (room) => `Você saiu de ${room}.`,
  draftLost: (draft) => `O que você tinha digitado não foi enviado: ${draft}`,
  most: (most) => `Você está em ${most} salas, e mais que isso não dá. /part sai de uma.`,
  whichRoom: "Qual sala? Escreva /join e o nome dela, ou o endereço.",
  noRoom: ({ written, meant }) =>
    meant === undefined
      ? `Você não está em nenhuma sala ${written}. /rooms mostra as suas, e /join vai para outras.`
      : `Você não está em nenhuma sala ${written}. Quis dizer ${meant}? /rooms mostra as suas, e /join vai para outras.`,
  several: ({ written, names }) => `${written} pode ser ${eitherOf(names)}.`,
  nothingUnread: "Não há nada por ler em outra sala.",
  quiet: (room) =>
    `${room} está em silêncio agora: o que se diz lá só é contado, e nada toca. /quiet ${room} acaba com isso.`,
  quietNoMore: (room) => `${room} não está mais em silêncio.`,
  leftOut: (count) =>
    inPlural(count, {
      one: `— ${count} linha ficou de fora aqui; /unread a mostra —`,
      other: `— ${count} linhas ficaram de fora aqui; /unread as mostra —`,
    }),

  online: (people) => `${people} aqui`,
  notYet: "ainda não chegou lá",
  offline: (ms) => `tenta de novo em ${timeUntil(ms)}`,
  waitsForYou: "espera uma resposta sua",
  unread: ({ count, calls }) =>
    calls === 0
      ? inPlural(count, { one: `${count} nova`, other: `${count} novas` })
      : inPlural(count, {
          one: `${count} nova, ${calls} para você`,
          other: `${count} novas, ${calls} para você`,
        }),
  isQuiet: "em silêncio",
  wants: (wants) => NOTICES[wants],
  mutedUntil: (at) => `sem som até ${moment(at)}`,
  notes: (notes) => notes.join(", "),
};
