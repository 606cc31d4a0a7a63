import type { Role } from "../../../src/protocol/role.ts";
import { grouped, inList, inPlural, moment, withReason } from "./portuguese.ts";
import type { SlashCatalogue } from "./spoken.ts";

const ROLE: Readonly<Record<Role, string>> = { member: "membro", mod: "mod", owner: "responsável" };

/** `ana ou bob` */
function eitherOf(words: readonly string[]): string {
  return new Intl.ListFormat("pt-BR", { type: "disjunction" }).format(words);
}

export const slashPortuguese: SlashCatalogue = {
  slash: {
    writeAs: ({ name, usage }) => `Escreva assim: /${name} ${usage}`.trimEnd(),
    unknown: ({ word, meant }) =>
      meant === undefined
        ? `Não existe /${word}. /help mostra tudo o que há; //${word} diz /${word}.`
        : `Não existe /${word}. Quis dizer /${meant}? /help mostra tudo o que há; //${word} diz /${word}.`,
    noHelp: ({ word, meant }) =>
      meant === undefined
        ? `Não existe /${word}. /help mostra tudo o que há.`
        : `Não existe /${word}. Quis dizer /${meant}? /help mostra tudo o que há.`,
    noteMost: ({ most, length }) =>
      `Isso é longo demais: ${grouped(length)} caracteres, e aqui cabem no máximo ${grouped(most)}.`,
    aliases: (names) => `(${names.map((name) => `/${name}`).join(", ")})`,
    nobodyCalled: (word) => `Ninguém aqui se chama ${word}.`,
    notHere: "Este servidor não conhece isso.",
    nowAway: "Agora todo mundo vê que você se ausentou. /away sem mais nada acaba com isso.",
    notAway: "Você não está ausente. Escreva /away e onde você está.",
    backAgain: "Você voltou.",
    isAway: ({ nick, text }) => `${nick} está ausente: ${text}`,
    ignoreNobody: "Você não ignora ninguém nesta sala.",
    ignoreList: (nicks) => `Você ignora: ${inList(nicks)}`,
    ignoreSelf: "Você não pode se ignorar.",
    ignoreEnds: (nick) => `Você volta a ouvir ${nick}.`,
    ignoreBegins: (nick) => `Você agora ignora ${nick} nesta sala. /ignore ${nick} acaba com isso.`,
    linkMustWait: "Algo que você escreveu ainda não foi enviado. Tente de novo depois.",
    linkQuestion: "Código que o /link mostra no outro lugar: ",
    here: (nicks) => `${nicks.length} aqui: ${inList(nicks)}`,
    topic: (text) => `Tópico: ${text}`,
    noTopic: "Esta sala não tem tópico.",
    historyMost: (most) =>
      `Escreva /history com 1 a ${most} mensagens, ou desde quando: 14:30, ontem, ontem 14:30, 2h, 3d, 2026-11-20.`,
    days: { today: "hoje", yesterday: "ontem" },
    moreHistory: "/history more mostra o que vem depois.",
    noMoreHistory: "Não há mais nada a mostrar. Escreva /history e desde quando, como /history ontem.",
    nothingSince: "Ninguém disse nada desde então.",
    noEmoji: (word) => `${word} não é um emoji, nem o nome de um, como :+1:.`,
    noReaction: "Não há essa reação sua entre as últimas mensagens.",
    whois: ({ nick, uid, isHere, role = "member", isBot, since, saidAt, away }) => [
      isHere ? `${nick} (${uid}) está aqui, como ${ROLE[role]}.` : `${nick} (${uid}) não está aqui.`,
      ...(isBot ? ["É um programa que fala."] : []),
      ...(!isHere
        ? []
        : since === undefined
          ? ["Está aqui desde antes de você chegar."]
          : [`Está aqui desde ${moment(since)}.`]),
      saidAt === undefined
        ? "Não disse nada ultimamente."
        : `Disse algo pela última vez em ${moment(saidAt)}.`,
      ...(away === undefined ? [] : [`Ausente: ${away}`]),
    ],
    nothingOlder: "Não há nada mais antigo.",
    nothingUnread: "Do que você perdeu, não há mais nada a mostrar.",
    noSearch: "Não há mais onde buscar. Escreva /search e um texto.",
    searchWhat: "Escreva /search e o que você procura.",
    notFound: "Nada encontrado.",
    notFoundYet: "Nada encontrado; /search sem mais nada busca mais para trás.",
    foundSome: "Estas são as mais novas; /search sem mais nada busca mais para trás.",
    lockAlone: "Escreva só /lock; a senha é perguntada depois.",
    ownersOnly: "Só quem é responsável pela sala pode fazer isso.",
    lockQuestion: "Senha para esta sala: ",
    passphraseRule: "Uma senha é uma linha de 4 a 64 caracteres, sem espaço no começo nem no fim.",
    slowOff: "O modo lento está desligado.",
    slowOn: (seconds) => `Modo lento: ${seconds} s.`,
    slowMost: (most) => `Escreva /slow com 0 a ${most} segundos, ou /slow off.`,
    onItsWay: "Sua última mensagem ainda está a caminho. Tente de novo quando ela tiver chegado.",
    notSentYet: "Ainda não tinha sido enviada, e não vai ser.",
    noSuchMessage: "Não há essa mensagem entre as últimas.",
    nowBanned: (nick) => `Você baniu ${nick}.`,
    notBanned: (word) => `Não há banimento de ninguém que se chame ${word}.`,
    nobodyBanned: "Não há banimentos.",
    bannedBy: ({ nick, uid, by, until, reason }) =>
      withReason(
        until === undefined
          ? `${nick} (${uid}), por ${by}`
          : `${nick} (${uid}), por ${by}, até ${moment(until)}`,
        reason,
      ),
    banHow:
      "Antes do motivo pode vir --for com um prazo (2h, 3d, 1w; no máximo 365d) e --hide. Um motivo parecido com isso vem depois de --.",
    worthOfBans:
      "Quem sofre um banimento pode voltar como outra pessoa. Onde se entra por convite para uma só pessoa (/invite one), o banimento vale mesmo.",
    inviteDays: (most) => `Um convite vale de 1 a ${most} dias.`,
    invited: ({ until, one }) =>
      one
        ? `Este link deixa entrar uma pessoa, a primeira que o usar, até ${moment(until)}. Se você banir essa pessoa, ela fica de fora.`
        : `Este link deixa entrar todo mundo que o tiver, até ${moment(until)}.`,
    actsMost: (most) => `Escreva /acts com 1 a ${most}, ou /acts more.`,
    noActs: "Não há nenhum ato da moderação.",
    noMoreActs: "Não há nada mais antigo.",
    moreActs: "/acts more mostra os mais antigos.",
    actAt: ({ at, what }) => `${moment(at)}  ${what}`,
    otherAct: ({ act, by, nick, reason }) =>
      withReason(nick === "" ? `${by}: ${act}` : `${by}: ${act} ${nick}`, reason),
    actDelete: ({ by, nick }) => `${by} apagou uma mensagem de ${nick}`,
    actInvite: (by) => `${by} fez um convite`,
    actHook: ({ by, nick }) => `${by} criou o hook ${nick}`,
    actUnhook: ({ by, nick }) => `${by} encerrou o hook ${nick}`,
    hooked: (name) =>
      `Quem tem este endereço pode postar aqui como ${name}, e ele só aparece esta vez. No formato do Slack, vai com /slack no fim; no do Discord, com /discord; no do GitHub, com /github. /hook ${name} faz outro no lugar dele, /unhook ${name} o encerra.`,
    hookBy: ({ name, by, at }) => `${name}, por ${by}, ${moment(at)}`,
    noHooks: "Esta sala não tem hooks. /hook e um nome cria um.",
    unhooked: (name) => `${name} acabou: o endereço dele não serve mais para nada.`,
    notKeptOut: (word) => `Ninguém que se chame ${word} ficou de fora por causa da rede ultimamente.`,
    severalKeptOut: (uids) =>
      inPlural(uids.length, {
        one: `Mais de uma pessoa ficou de fora com esse nome. Escreva /allow ${eitherOf(uids)}.`,
        other: `${uids.length} pessoas ficaram de fora com esse nome. Escreva /allow ${eitherOf(uids)}.`,
      }),
    keptOut: (people) =>
      `De fora só por causa da rede: ${inList(people.map(({ nick, uid }) => `${nick} (${uid})`))}. /allow deixa alguém entrar.`,
  },

  commands: {
    help: { usage: "[comando]", help: "Mostrar o que se pode digitar." },
    close: { usage: "[motivo]", help: "Sair da sala; os outros leem o motivo." },
    nick: { usage: "<novo apelido>", help: "Mudar seu apelido." },
    away: {
      usage: "[onde você está]",
      help: "Avisar a todos que você se ausentou; sem mais nada: que você voltou.",
    },
    ignore: {
      usage: "[quem]",
      help: "Esconder, só para você, o que alguém diz nesta sala, ou voltar a mostrar; sem mais nada: quem você ignora.",
    },
    link: {
      usage: "[enter]",
      help: "Ser a mesma pessoa em outro lugar: aqui mostra um código secreto, e /link enter o recebe lá.",
    },
    me: { usage: "<o que você faz>", help: "Dizer o que você faz: * ana acena" },
    msg: { usage: "<quem> <texto>", help: "Dizer algo a uma pessoa só." },
    reply: {
      usage: "[quem] [^2] <texto>",
      help: "Responder à última mensagem de outra pessoa, ou de quem você disser; ^2 é a penúltima, de qualquer pessoa ou de quem você disser.",
    },
    edit: {
      usage: "[^2] <novo texto>",
      help: "Reescrever sua última mensagem; ^2 é a penúltima.",
    },
    delete: {
      usage: "[quem] [^2]",
      help: "Apagar sua última mensagem; ^2 é a penúltima. Com um apelido (mod): a dessa pessoa.",
    },
    react: {
      usage: "[quem] [^2] <emoji>",
      help: "Reagir à última mensagem de outra pessoa, ou de quem você disser; ^2 é a penúltima, de qualquer pessoa ou de quem você disser.",
    },
    unreact: {
      usage: "[quem] [^2] [emoji]",
      help: "Tirar sua reação; sem mais nada, da última mensagem a que você reagiu.",
    },
    names: { usage: "", help: "Mostrar quem está aqui." },
    topic: { usage: "[texto]", help: "Mostrar do que se fala na sala, ou definir isso (mod)." },
    untopic: { usage: "", help: "Tirar o tópico." },
    whois: {
      usage: "<quem>",
      help: "Mostrar o que se sabe de alguém: papel, desde quando está aqui, quando disse algo por último.",
    },
    history: {
      usage: "[quantas, ou desde quando]",
      help: "Mostrar o que foi dito antes; ou a partir de um momento: 14:30, ontem, 2h, 2026-11-20; /history more continua dali.",
    },
    unread: { usage: "", help: "Mostrar o que você perdeu, desde o começo; de novo: o que vem depois." },
    search: { usage: "[texto]", help: "Encontrar mensagens; sem mais nada: buscar mais para trás." },
    kick: { usage: "<quem> [motivo]", help: "Expulsar alguém da sala." },
    ban: {
      usage: "<quem> [--for 2h|3d|1w] [--hide] [motivo]",
      help: "Banir alguém, de vez ou por um tempo, e barrar por um dia gente nova da mesma rede. --hide apaga o que a pessoa disse nas últimas 24 horas.",
    },
    bannet: {
      usage: "<quem> [--for 2h|3d|1w] [--hide] [motivo]",
      help: "Banir alguém e expulsar todo mundo da mesma rede (uma escola, uma casa). Mods e responsáveis ficam.",
    },
    unban: { usage: "<quem>", help: "Deixar alguém entrar de novo; /bans mostra quem está de fora." },
    allow: {
      usage: "<quem>",
      help: "Deixar entrar alguém que ficou de fora pelo banimento de outra pessoa da mesma rede; /bans mostra quem.",
    },
    bans: { usage: "", help: "Mostrar os banimentos, e quem ficou de fora só por causa da rede." },
    acts: {
      usage: "[quantos, ou more]",
      help: "Mostrar os últimos atos da moderação: quem fez o quê, e com quem.",
    },
    invite: {
      usage: "[dias] [one]",
      help: "Fazer um convite para esta sala, por 7 dias; com one, para uma só pessoa.",
    },
    hook: {
      usage: "<nome>",
      help: "Criar um endereço em que outro sistema pode postar, como um CI.",
    },
    hooks: { usage: "", help: "Mostrar os hooks da sala." },
    unhook: { usage: "<nome>", help: "Encerrar um hook." },
    op: { usage: "<quem> [owner]", help: "Tornar alguém mod, ou (owner) responsável pela sala." },
    deop: { usage: "<quem>", help: "Tornar alguém membro comum de novo." },
    lock: { usage: "", help: "Deixar entrar só quem sabe uma senha; ela é perguntada depois." },
    unlock: { usage: "", help: "Deixar todo mundo entrar de novo." },
    slow: {
      usage: "<segundos, ou off>",
      help: "Fazer os membros esperarem entre uma mensagem e a próxima.",
    },
  },
};
