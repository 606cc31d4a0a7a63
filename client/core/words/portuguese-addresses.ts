import type { AddressCatalogue } from "./spoken.ts";

export const addressPortuguese: AddressCatalogue = {
  slipInCode: "Há um erro nesse código. Compare com a outra tela.",
  address: {
    scheme: "Um endereço começa com https:// ou http://.",
    secret: "Segredos não cabem num endereço; tire o que está antes do @.",
    cutPass: "Esse convite não está inteiro. Copie o link todo, de https:// até o fim.",
    noRoom: (host) => `Qual sala? Escreva depois do host: ${host}/lobby.`,
    badRoom:
      "O nome de uma sala tem de 1 a 32 caracteres entre a-z, 0-9 e hífens no meio, e nada vem depois dele.",
  },
};
