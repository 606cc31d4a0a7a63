import type { CliCatalogue } from "../words.ts";
import { timeUntil } from "./units.ts";

export const pipe: CliCatalogue["pipe"] = {
  noJson: "Essa linha começa como JSON, mas não é.",
  asksAtTerminal: (question) => `"${question}" só dá para perguntar num terminal.`,
  codeAtTerminal: "O código do /link só aparece num terminal.",
  linkAtTerminal: "/link só funciona num terminal.",
  maybeNotSent: (what) =>
    `Talvez não enviado: ${what} — nesse meio-tempo a sala foi apagada, ou restaurada, ou não guarda mais essa época.`,
  paused: (ms) => `A sala pede paciência: a próxima linha espera ${timeUntil(ms)}.`,
  lost: "A conexão caiu; o papo continua tentando.",
  back: "Conexão de volta.",
};
