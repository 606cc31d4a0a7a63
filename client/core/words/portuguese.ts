import { midnight, withMidnight } from "./midnight.ts";
import { pluralOf } from "./plural.ts";
import type { SharedCatalogue } from "./spoken.ts";

// Brazilian Portuguese. Nobody's gender is known here: "responsável" and "mod"
// are for everyone, and what was done to somebody is told of who did it.

export const inPlural = pluralOf("pt-BR");

/** `4.213` */
export const grouped = (count: number) => count.toLocaleString("pt-BR");

/** `26/11/2026, 16:05`, in the local time. */
export const moment = (ms: number) =>
  new Date(ms).toLocaleString("pt-BR", { dateStyle: "short", timeStyle: "short" });

/** `ana, bob e eva` */
export function inList(words: readonly string[]): string {
  return new Intl.ListFormat("pt-BR").format(words);
}

/** What somebody gave as the reason stands behind the sentence, in their own words. */
export const withReason = (sentence: string, reason: string | undefined) =>
  reason ? `${sentence}: ${reason}` : sentence;

/** When a server's day ends. */
export function midnightThere(): string {
  return midnight(Date.now(), (here) => `00:00 UTC (${here} aqui)`);
}

export const sharedPortuguese: SharedCatalogue = {
  roles: { member: "membro", mod: "mod", owner: "responsável" },
  bot: "bot",
  hook: (name) => (name === "" ? "hook" : `hook ${name}`),
  away: (text) => `ausente: ${text}`,
  withMarks: ({ nick, marks }) => `${nick} (${marks.join(", ")})`,
  files: (names) => new Intl.ListFormat("pt-BR", { type: "unit" }).format(names),
  ofRoom: withMidnight,

  news: {
    joined: (nick) => `${nick} entrou`,
    left: ({ nick, reason }) => withReason(`${nick} saiu`, reason),
    lost: ({ nick }) => `${nick} perdeu a conexão`,
    kicked: ({ nick, by, reason }) =>
      withReason(by ? `${by} expulsou ${nick}` : `expulsaram ${nick}`, reason),
    banned: ({ nick, by, reason }) => withReason(by ? `${by} baniu ${nick}` : `baniram ${nick}`, reason),
    renamed: ({ from, nick }) => `${from} agora é ${nick}`,
    topic: ({ by, text }) => `${by} definiu o tópico: ${text}`,
    noTopic: (by) => `${by} tirou o tópico`,
    locked: (by) => `${by} trancou a sala: quem chegar agora precisa da senha`,
    unlocked: (by) => `${by} destrancou a sala`,
    slow: ({ by, seconds }) =>
      `${by} ligou o modo lento: membros esperam ${seconds} s entre uma mensagem e outra`,
    notSlow: (by) => `${by} desligou o modo lento`,
    serverSlow: (seconds) =>
      `quase tudo o que este servidor pode gravar num dia já foi gravado: membros esperam ${seconds} s entre uma mensagem e outra até ${midnightThere()}`,
    serverNotSlow: (seconds) =>
      seconds === 0
        ? "começou um novo dia: acabou o modo lento"
        : `começou um novo dia: membros voltam a esperar ${seconds} s`,
    member: ({ by, nick }) => `${by} tornou ${nick} membro comum`,
    mod: ({ by, nick }) => `${by} tornou ${nick} mod`,
    owner: ({ by, nick }) => `${by} tornou ${nick} responsável pela sala`,
    unbanned: ({ by, nick }) => `${by} deixou ${nick} entrar de novo`,
    allowed: ({ by, nick }) => `${by} deixou ${nick} entrar, seja qual for a rede`,
    retention: "— falta algo aqui: a sala não guarda mais isso —",
    erased: "— a sala recomeça: foi apagada, ou restaurada de um backup —",
  },

  problems: {
    bad_text: "Esse texto não mostra nada, ou tem caracteres de controle.",
    too_long: "Esse texto é longo demais.",
    no_answer: "A sala não responde.",
    unreadable: "Não dá para ler o que este servidor envia. Ele fala outra versão do papo, ou nem é do papo.",
    offline: "Você está sem conexão com a sala no momento.",
    outbox_full: "Já há 50 linhas esperando para ser enviadas. Espere algumas irem.",
    too_big: "Isso ocupa bytes demais.",
    bad_address: "Isso não é o endereço de uma sala. Escreva assim: https://host/sala.",
    bad_code: "Isso não é um código do /link.",
  },
  tooLong: ({ length, most }) =>
    `Isso é longo demais: ${grouped(length)} caracteres; uma mensagem tem no máximo ${grouped(most)}.`,
  tooBig: ({ size, most }) =>
    `Isso ocupa demais: ${grouped(size)} bytes, e a sala aceita no máximo ${grouped(most)} de uma vez.`,
};
