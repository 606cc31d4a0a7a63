import type { CliCatalogue } from "../words.ts";
import { grouped } from "./units.ts";

export const send: CliCatalogue["send"] = {
  howToType: "Cada linha é uma mensagem; Ctrl-D termina.",
  notUtf8: "Não dá para enviar esta mensagem: não é UTF-8.",
  unsayable: (why) => `Não dá para enviar esta mensagem. ${why}`,
  unsayableLine: ({ number, why }) => `Não dá para enviar a linha ${number}. ${why}`,
  wrongSize: ({ most, size, isMore }) =>
    `Não dá para enviar esta mensagem: uma mensagem tem de 1 a ${grouped(most)} caracteres, e esta tem ${howMany(size, isMore)}.`,
  wrongSizeOfLine: ({ number, most, size, isMore }) =>
    `Não dá para enviar a linha ${number}: uma mensagem tem de 1 a ${grouped(most)} caracteres, e esta tem ${howMany(size, isMore)}.`,

  goingOn: (time) =>
    `Continuando com esta mensagem como foi enviada às ${time}, pois ninguém respondeu naquela vez.`,
  notSent: "A mensagem não foi enviada.",
  unknown:
    "Não se sabe se a mensagem foi gravada. Rode o mesmo comando de novo dentro de um dia: ela é gravada uma vez só.",
  unknownBut: (key) =>
    `Não se sabe se a mensagem foi gravada. Rode de novo dentro de um dia, com --once ${key}: ela é gravada uma vez só.`,
  unanswered: ({ why, outcome }) => `${why} ${outcome}`,
  onceTaken: (once) =>
    `Esta mensagem não foi enviada: outra foi, com --once ${once}. Dê a cada mensagem um ID só dela.`,

  lineRefused: ({ number, why }) => `Linha ${number}: ${why}`,
  lineNotSent: ({ number, why }) => `A linha ${number} não foi enviada: ${why}`,
  lineUnknown: (number) =>
    `A linha ${number} foi enviada, mas não se sabe se está gravada: nesse meio-tempo a sala foi apagada, ou restaurada, ou não guarda mais essa época.`,
};

function howMany(size: number, isMore: boolean): string {
  return isMore ? `mais de ${grouped(size)}` : grouped(size);
}
