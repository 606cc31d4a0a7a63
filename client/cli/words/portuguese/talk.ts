import type { CliCatalogue } from "../words.ts";
import { inList, inPlural } from "./units.ts";

export const talk: CliCatalogue["talk"] = {
  nickname: "Apelido: ",
  passphrase: "Senha: ",
  link: "Link do convite (não aparece): ",
  linkOrAddress: "Convite ou endereço (não aparece): ",
  noLink: "Isso não indica sala nenhuma. Cole o link todo, ou escreva um endereço como https://HOST/lobby.",
  room: "Sala: ",
  noPassInLink: "Não há convite nisso. Cole o link todo, com tudo o que vem depois de #pass=.",
  linkElsewhere: ({ theirs, host }) => `Esse convite é para ${theirs}, e aqui é ${host}.`,
  linkForOthers: ({ rooms, room }) => `Esse convite é para ${inList(rooms)}, e não para ${room}.`,

  takeAnother: (why) => `${why} Escolha outro com /nick.`,

  arrivalUnknown: (what) => `Não se sabe se isto chegou: ${what}`,
  sendAgain: (what) => `Enviar de novo? [s/N] “${what}” `,
  notSentAgain: (what) => `Não foi enviado de novo: ${what}`,
  yes: ["s", "sim", "y", "yes"],
  no: ["n", "não", "nao", "no"],

  ofLastTime: (count) =>
    inPlural(count, {
      one: `${count} linha da última vez é enviada agora:`,
      other: `${count} linhas da última vez são enviadas agora:`,
    }),

  leaving: (count) =>
    inPlural(count, {
      one: `Você sai quando ${count} linha tiver sido enviada; /close de novo sai já.`,
      other: `Você sai quando ${count} linhas tiverem sido enviadas; /close de novo sai já.`,
    }),
  leavingAlready: "Você já está saindo; /close de novo sai na hora.",

  show: { usage: "<número>", help: "Mostrar por inteiro uma mensagem longa, pelo número." },
  noMessage: (id) => `Aqui não há uma mensagem ${id} que você possa ver.`,

  code: "Código: ",
  codeGoes: "No seu outro cliente, digite /link enter e depois este código.",
  codeWipes: "Quem o tiver é você: não mostre a ninguém. Enter o apaga da tela.",
  codeInParts: (parts) =>
    `Quem o tiver é você: não mostre a ninguém. Ele vem em ${parts} partes: Enter apaga uma da tela e mostra a próxima.`,
};
