import type { CliCatalogue } from "../words.ts";

export const lines: CliCatalogue["lines"] = {
  welcome: ({ nick, room }) =>
    `Boas-vindas a ${room}, ${nick}. O que você enviar é dito; /close sai, /help conta mais.`,
};
