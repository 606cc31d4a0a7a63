import type { CliCatalogue } from "../words.ts";
import { ageOf, eitherOf, grouped, inList, inPlural } from "./units.ts";

export const admin: CliCatalogue["admin"] = {
  token: "Token de admin (não aparece): ",
  giveToken: (server) =>
    `Defina PAPO_ADMIN_TOKEN, e PAPO_SECRETS_FOR=${server}, ou rode isto num terminal, que pergunta pelo token.`,

  whichServer: "Qual servidor? Escreva papo admin https://HOST rooms, ou veja papo admin --help.",
  what: (orders) =>
    `O que é para fazer? Escreva ${eitherOf(orders)} depois do endereço. Veja papo admin --help.`,
  noOrder: ({ written, meant }) =>
    meant === undefined
      ? `Não existe "papo admin ${written}". Veja papo admin --help.`
      : `Não existe "papo admin ${written}". Quis dizer ${meant}? Veja papo admin --help.`,
  whichRoom: (order) => `Qual sala? Escreva o nome dela depois de ${order}.`,
  tooMuch: ({ order, argument }) => `"${argument}" está sobrando depois de ${order}. Veja papo admin --help.`,
  optionOf: ({ option, order }) => `--${option} não diz nada a ${order}. Veja papo admin --help.`,
  days: (most) => `--days é um número de 1 a ${most}.`,
  doors: (doors) => `Depois de door vem ${eitherOf(doors)}.`,

  invited({ rooms, one, make, until }) {
    const who = one ? "uma pessoa, a que chegar primeiro com ele," : "todo mundo que o tiver";
    const where = rooms === undefined ? "em todas as salas" : `em ${inList(rooms)}`;
    const may = make ? " Também dá para criar salas." : "";
    return `Ele deixa entrar ${who} ${where}, até ${until}.${may} O link é um segredo: não o dê a mais ninguém.`;
  },

  columns: {
    room: "SALA",
    members: "AQUI",
    messages: "MENSAGENS",
    rows: "LINHAS",
    created: "CRIADA",
    active: "ATIVA",
  },
  ago: (ms) => `há ${ageOf(ms)}`,
  count: grouped,
  day: ({ rows, limit }) =>
    limit === 0
      ? `Hoje (UTC): ${grouped(rows)} linhas gravadas; DAY_ROWS não põe limite.`
      : `Hoje (UTC): ${grouped(rows)} de ${grouped(limit)} linhas gravadas, ${Math.floor((100 * rows) / limit)} %.`,
  noRooms: "Ainda não há salas.",
  unused: (count) =>
    inPlural(count, {
      one: `Mais ${count} sala não foi usada no último dia; --all a mostra.`,
      other: `Mais ${grouped(count)} salas não foram usadas no último dia; --all as mostra.`,
    }),

  about: {
    topic: "Tópico",
    members: "Aqui",
    locked: "Trancada",
    cursor: "Eventos até hoje",
    messages: "Mensagens hoje",
    rows: "Linhas hoje",
    created: "Criada",
    active: "Ativa",
  },
  yes: "sim",
  no: "não",
  noSuchRoom: (room) => `Ninguém criou uma sala chamada ${room}.`,

  willErase: (room) =>
    `Tudo o que foi dito em ${room}, os papéis das pessoas, os banimentos e os arquivos vão embora para sempre, e quem estiver lá sai.`,
  typeName: "Digite o nome da sala para apagá-la: ",
  notErased: (room) => `Não é esse o nome: ${room} fica como está.`,
  sayYes: "Não há a quem perguntar se é isso mesmo. Use --yes.",
  erased: (room) => `${room} foi apagada.`,
  door: {
    open: "A entrada é livre para todo mundo.",
    invited: "A entrada é só para quem recebeu convite.",
    closed: "A entrada está fechada para todos, menos para quem administra, e todo mundo sai.",
  },
  holds: "Vale em todo lugar dentro de 30 segundos, até ser desfeito.",
};
