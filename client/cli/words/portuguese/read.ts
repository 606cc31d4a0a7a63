import type { CliCatalogue } from "../words.ts";

export const read: CliCatalogue["read"] = {
  nowhere:
    "As páginas do servidor não levam a lugar nenhum: ele diz que há mensagens mais antigas, e não chega a elas. Pode estar com defeito.",
  tooMuch: "Isso é mais do que o papo lê de uma vez. Peça menos com --limit.",
  neverUsed: (room) =>
    `A sala ${room} ainda não existe: ninguém está lá, e nada foi dito. Ela começa com quem entrar primeiro. O nome está certo?`,
  nobody: (room) => `Não há ninguém em ${room} agora.`,
  nothing: (room) => `${room} não tem nada para mostrar aqui.`,
  withoutYou: (why) => `${why} Continua sem saber quem você é.`,
  retention: "Algo mais antigo não está mais na sala.",
  erased: "A sala recomeça: foi apagada, ou restaurada de um backup.",
};
