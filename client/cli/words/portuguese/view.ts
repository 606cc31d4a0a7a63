import type { CliCatalogue } from "../words.ts";
import { grouped, inList, inPlural, lengthOf, timeUntil } from "./units.ts";

type NamedPeople = Parameters<CliCatalogue["view"]["here"]>[0];
type ToWhom = Parameters<CliCatalogue["view"]["deletes"]>[0]["target"];

export const view: CliCatalogue["view"] = {
  newDay: ({ weekday, date }) => `— ${weekday}, ${date} —`,
  history: "— dito antes —",
  found: "— encontrado —",
  between: "—",
  mentions: "— para você, no meio delas —",
  unread: "— o que você perdeu —",
  shown: "— por inteiro —",
  onlyIgnored: "Tudo isso foi dito por pessoas que você ignora.",
  stoppedHere: "— você parou aqui —",
  missed({ count, mentions, isMore, isWhole }) {
    const many = grouped(count);
    const messages = isMore
      ? `Mais de ${many} mensagens desde que você saiu`
      : inPlural(count, {
          one: `${many} mensagem desde que você saiu`,
          other: `${many} mensagens desde que você saiu`,
        });
    const to = inPlural(mentions, {
      one: `${mentions} menciona você`,
      other: `${grouped(mentions)} mencionam você`,
    });
    const told = mentions === 0 ? messages : `${messages}, e ${to}`;
    return isWhole ? `${told}.` : `${told}. Seguem as mais novas; /unread mostra desde a primeira.`;
  },
  missedBriefly({ count, mentions, isMore, time }) {
    const many = isMore
      ? `mais de ${grouped(count)} novas`
      : inPlural(count, { one: `${count} nova`, other: `${grouped(count)} novas` });
    const since = time === "" ? many : `${many} desde ${time}`;
    if (mentions === 0) return `— ${since} —`;
    const to = inPlural(mentions, {
      one: `${mentions} menciona você`,
      other: `${grouped(mentions)} mencionam você`,
    });
    return `— ${since}, ${to} —`;
  },
  untilHere: "— até aqui —",

  moreRows: ({ count, id }) =>
    inPlural(count, {
      one: `… mais ${count} linha: /show ${id}`,
      other: `… mais ${grouped(count)} linhas: /show ${id}`,
    }),

  private: "[privado]",
  edited: "(editada)",
  deleted: "(apagada)",
  noText: "(sem texto)",
  quoted: (text) => `“${text}”`,
  reply: ({ nick, quote }) => `(a ${nick}: “${quote}”)`,
  replyToDeleted: (nick) => `(a uma mensagem apagada de ${nick})`,
  replyToOlder: "(a uma mensagem mais antiga)",
  edits: ({ who, target }) => `✎ ${who} mudou ${messageOf(target)} para: `,
  deletes: ({ who, target }) => `✎ ${who} apagou ${messageOf(target)}`,
  reacts: ({ who, target, emoji }) => `${emoji} ${who} reagiu a ${messageOf(target)}`,
  takesBack: ({ who, target, emoji }) => `✎ ${who} tirou a reação ${emoji} de ${messageOf(target)}`,
  anEdit: (excerpt) => `edição para “${excerpt}”`,
  aDeletion: "exclusão",
  aReaction: (emoji) => `reação ${emoji}`,
  someFiles: (count) => inPlural(count, { one: "um arquivo", other: `${count} arquivos` }),

  typing: (nicks) =>
    nicks.length > 2
      ? "várias pessoas digitando"
      : inPlural(nicks.length, {
          one: `${inList(nicks)} está digitando`,
          other: `${inList(nicks)} estão digitando`,
        }),

  offline: (ms) => `sem conexão há ${lengthOf(ms)}`,
  waiting: (count) => `${count} esperando`,
  states: (states) => `[${states.join(", ")}] `,

  youAre: ({ nick, room }) => `Você é ${nick} em ${room}.`,
  here: (people) => `${people.nicks.length} aqui: ${namesOf(people)}`,
  manyJoined: (people) => `${namesOf(people)} entraram`,
  manyLeft: (people) => `${namesOf(people)} saíram`,
  sentOut: (by) => `${by} expulsou você da sala`,
  sentOutFor: ({ by, reason }) => `${by} expulsou você da sala: ${reason}`,
  lost: "— a conexão caiu; o papo continua tentando —",
  back: "— conexão de volta —",
  notSent: ({ what, why }) => `Não enviado: ${what} — ${why}`,
  goesOnTrying: (why) => `${why} — o papo continua tentando.`,
  triesAgain: ({ why, ms }) => `${why} — o papo tenta de novo em ${timeUntil(ms)}.`,
  paused: ({ isSlowMode, count, ms }) =>
    isSlowMode
      ? inPlural(count, {
          one: `Modo lento: ${count} linha espera, e segue em ${timeUntil(ms)}.`,
          other: `Modo lento: ${count} linhas esperam, e seguem em ${timeUntil(ms)}.`,
        })
      : inPlural(count, {
          one: `Depressa demais: ${count} linha espera, e segue em ${timeUntil(ms)}.`,
          other: `Depressa demais: ${count} linhas esperam, e seguem em ${timeUntil(ms)}.`,
        }),
};

/** `ana, bob e mais 3` */
function namesOf({ nicks, most }: NamedPeople): string {
  const more = nicks.length - most;
  return inList(more > 0 ? [...nicks.slice(0, most), `mais ${more}`] : nicks);
}

function messageOf(target: ToWhom): string {
  if (target === undefined) return "uma mensagem mais antiga";
  const whose = target.nick === undefined ? "uma mensagem" : `uma mensagem de ${target.nick}`;
  const when = target.time === "" ? "" : ` das ${target.time}`;
  return `${whose}${when}${target.quote === "" ? "" : ` ${target.quote}`}`;
}
