import { irc as english } from "../english/irc.ts";
import type { CliCatalogue } from "../words.ts";
import { inPlural } from "./units.ts";

type MeantMessage = Parameters<CliCatalogue["irc"]["edited"]>[0]["of"];
type NickBounds = Parameters<CliCatalogue["irc"]["badNick"]>[0];

/** `de quem`: behind a preposition that goes with it. */
function messageOf(of: MeantMessage): string {
  if (of === undefined) return "uma mensagem mais antiga";
  const whose = of.whose === undefined ? "uma mensagem" : `uma mensagem de ${of.whose}`;
  return of.quote === "" ? whose : `${whose} “${of.quote}”`;
}

const rule = ([least, most]: NickBounds) =>
  `um apelido tem de ${least} a ${most} letras de um só alfabeto, dígitos, _ e -, e começa com uma letra`;

export const irc: CliCatalogue["irc"] = {
  // What programs may read is said as the specification has it.
  ...{ numerics: english.numerics, users: english.users, clients: english.clients },
  ...{ localUsers: english.localUsers, globalUsers: english.globalUsers },

  welcome: ({ nick, host }) => `Boas-vindas às salas de ${host}, ${nick}.`,
  yourHost: (version) => `Este é o papo ${version}, nesta máquina.`,
  created: (time) => `Está no ar desde ${time}.`,
  about: "papo: conversa em grupo, em salas",
  bye: "Até logo.",
  lost: "a conexão caiu",
  edited: ({ of, text }) => `editou ${messageOf(of)}: ${text}`,
  deleted: (of) => `apagou ${messageOf(of)}`,
  reacted: ({ of, emoji }) => `reagiu com ${emoji} a ${messageOf(of)}`,
  unreacted: ({ of, emoji }) => `tirou a reação ${emoji} de ${messageOf(of)}`,
  nowCalled: (nick) => `agora se chama ${nick} aqui`,
  badNick: (limits) => `Isso não é um apelido aqui: ${rule(limits)}.`,
  calledInstead: ({ nick, limits }) => `Seu apelido é ${nick}: ${rule(limits)}. /nick o muda.`,
  otherNick: ({ name, nick, why }) =>
    `Você não está em ${name} como ${nick}. ${why} /nick e outro apelido, e você entra.`,
  calledHere: (nick) => `Seu apelido nesta sala é ${nick}.`,
  earlier: ({ count, since }) =>
    inPlural(count, {
      one: `— ${count} mensagem anterior, desde ${since} UTC —`,
      other: `— ${count} mensagens anteriores, desde ${since} UTC —`,
    }),
  untilHere: "— até aqui —",
  slow: (seconds) =>
    seconds === 0
      ? "O modo lento está desligado."
      : inPlural(seconds, {
          one: `Modo lento: uma mensagem a cada ${seconds} segundo.`,
          other: `Modo lento: uma mensagem a cada ${seconds} segundos.`,
        }),
  takenIn: (room) => `Esse apelido já está em uso em ${room}`,
  unsure: "Não se sabe se algo que você disse foi gravado. Olhe antes de dizer de novo.",
  broken: "Falta algo aqui: a sala não guarda mais essa época.",
  outOfReach: "Não dá para chegar à sala no momento. O que você escreve espera, e é dito assim que der.",
  inReach: "Dá para chegar à sala de novo.",
  closing: "Este gateway está terminando.",
  over: "A sala encerrou isto.",
  invitation: (link) => `Um convite por sete dias: ${link}`,
  banWho: "O papo bane pessoas, não máscaras: indique um apelido.",
  noBatch: "Esse lote não existe.",
  batchMixed: "As linhas dele não são todas para a mesma pessoa, ou não são todas do mesmo tipo.",
  batchTooLong: "Isso é longo demais para uma mensagem.",
  noSuchMessage: "Essa mensagem não existe aqui.",
  badKey: "Uma senha tem de 4 a 64 caracteres, sem espaços nem vírgulas.",
  badLimit: "O limite não é um número de mensagens.",
  badCriterion: "Isso não é um msgid nem uma hora.",
  notNow: "Não dá para perguntar à sala no momento.",
  invalidUtf8: "Isso não é UTF-8.",
  isBot: "é um programa",
};
