import type { CliCatalogue } from "../words.ts";
import { inPlural, timeUntil } from "./units.ts";

export const end: CliCatalogue["end"] = {
  roomEnded: "A sala encerrou a conexão.",
  roomEndedWith: ({ code, reason }) => `A sala encerrou a conexão (${code} ${reason}).`,
  sentOut: "Expulsaram você da sala.",
  banned: "Baniram você desta sala.",
  replaced: "Outro cliente tomou seu lugar.",
  cutOff: "A sala cortou a conexão: teve de recusar coisas demais.",

  keyWithheld: (withheld) => `Esta sala está trancada. ${withheld}`,
  giveKey: (why) => `${why} Ponha-a em PAPO_KEY, ou num arquivo com --key-file.`,
  chooseNick: (why) => `${why} Escolha outro com --nick.`,
  tooOften: (why) =>
    `${why} Foram vezes demais: a sala não aceita mais tentativas. Tente de novo mais tarde.`,
  tryAgainIn: ({ why, ms }) => `${why} Tente de novo em ${timeUntil(ms)}.`,
  giveLink: (why) =>
    `${why} Ponha em PAPO_LINK o link que você recebeu, ou rode o papo uma vez num terminal, que pergunta por ele.`,
  notInvited: "Aqui ninguém entra sem convite.",
  erased: "Esta sala não existe mais: quem cuida do servidor a apagou.",
  serverClosed: "Quem cuida deste servidor o fechou por enquanto.",

  leaving: ({ ending, left }) => `${ending} ${left}`,
  inRooms: (told) => told.map(({ room, message }) => `${room}: ${message}`).join(" "),
  kept: (left) => `${left} Isso fica guardado, e segue quando você voltar à sala.`,
  left({ unsent, unknown, more }) {
    if (unsent === 0) {
      return inPlural(unknown, {
        one: `De ${unknown} linha não se sabe se foi enviada.`,
        other: `De ${unknown} linhas não se sabe se foram enviadas.`,
      });
    }
    if (unknown === 0) {
      return more
        ? inPlural(unsent, {
            one: `${unsent} linha não foi enviada, nem o que vem depois na entrada.`,
            other: `${unsent} linhas não foram enviadas, nem o que vem depois na entrada.`,
          })
        : inPlural(unsent, {
            one: `${unsent} linha não foi enviada.`,
            other: `${unsent} linhas não foram enviadas.`,
          });
    }
    return more
      ? inPlural(unsent, {
          one: `${unsent} linha não foi enviada, nem o que vem depois na entrada; de ${unknown} não se sabe.`,
          other: `${unsent} linhas não foram enviadas, nem o que vem depois na entrada; de ${unknown} não se sabe.`,
        })
      : inPlural(unsent, {
          one: `${unsent} linha não foi enviada; de ${unknown} não se sabe.`,
          other: `${unsent} linhas não foram enviadas; de ${unknown} não se sabe.`,
        });
  },
};
