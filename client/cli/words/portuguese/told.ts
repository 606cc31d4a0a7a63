import type { CliCatalogue } from "../words.ts";

export const told: CliCatalogue["told"] = {
  saysIn: ({ nick, room }) => `${nick} em ${room}`,
  saysPrivately: ({ nick, room }) => `${nick} em ${room}, só para você`,
  title: ({ room, count }) => (count === 0 ? `${room} — papo` : `(${count}) ${room} — papo`),

  wishesUnknown: (why) => `Não se sabe de que você queria aviso numa sala. ${why}`,
  wishesNotKept: (why) => `Isso vale até você sair, pois não dá para guardar. ${why}`,
  isQuiet: (room) =>
    `${room} está em silêncio, então você não recebe aviso de lá: /quiet ${room} acaba com isso.`,

  cannotRun: ({ command, code }) =>
    code === "ENOENT"
      ? `Não existe o programa ${command}, que "notify" do arquivo de configuração indica.`
      : `Não dá para rodar ${command}, que "notify" do arquivo de configuração indica${code === undefined ? "" : ` (${code})`}.`,
  hasFailed: ({ command, status }) =>
    `${command}, que "notify" do arquivo de configuração indica, terminou com ${status}.`,
  tooLong: (command) =>
    `${command}, que "notify" do arquivo de configuração indica, não terminou a tempo, e foi parado.`,
};
