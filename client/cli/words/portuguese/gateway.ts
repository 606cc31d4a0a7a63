import type { CliCatalogue } from "../words.ts";
import { why } from "./system.ts";
import { inPlural } from "./units.ts";

const notStored = (count: number) =>
  inPlural(count, {
    one: `${count} mensagem sua não foi gravada.`,
    other: `${count} mensagens suas não foram gravadas.`,
  });

export const gateway: CliCatalogue["gateway"] = {
  badListen: (written) =>
    `"${written}" não é onde se possa escutar: indique uma porta, ou um endereço IP e uma porta, como 127.0.0.1:6667.`,
  cannotListen: ({ at, code }) => `Não dá para escutar em ${at}: ${why(code)}.`,
  open: (at) =>
    `${at} está aberto a mais do que esta máquina: quem chegar ali fala por você, sem criptografia, e todos contam como um só endereço de rede, o seu.`,

  listening: (at) => `escutando em ${at}`,
  came: (client) => `${client} chegou`,
  joined: ({ client, nick, room }) => `${client} é ${nick} em ${room}`,
  gone: ({ client, nick, lost = 0 }) => {
    const who = nick === undefined ? client : `${client} (${nick})`;
    if (lost === 0) return `${who} foi embora`;
    return inPlural(lost, {
      one: `${who} foi embora, com ${lost} mensagem não enviada`,
      other: `${who} foi embora, com ${lost} mensagens não enviadas`,
    });
  },
  cut: {
    too_many: (client) => `${client} não entrou: já há gente demais`,
    reads_nothing: (client) => `${client} perdeu a conexão: não lê o que recebe`,
    http: (client) => `${client} perdeu a conexão: fala HTTP, como uma página da web`,
    nameless: (client) => `${client} perdeu a conexão: não disse quem é`,
  },
  tooMany: "Já há gente demais aqui. Tente de novo mais tarde.",
  notStored,
  endsUnstored: ({ why, count }) => `${why} ${notStored(count)}`,
  trouble: ({ client, says }) => `${client}: ${says}`,
};
