import type { CliCatalogue } from "../words.ts";
import { grouped, inList, inPlural, sizeOf } from "./units.ts";

export const files: CliCatalogue["files"] = {
  commands: {
    send: {
      usage: "<caminho> [texto]",
      help: "Enviar um arquivo, com um texto se quiser. Tab completa o caminho; aspas guardam os espaços dele.",
    },
    cancel: { usage: "", help: "Parar de enviar e salvar arquivos (Ctrl-C também)." },
    open: {
      usage: "[^2]",
      help: "Abrir os arquivos da última mensagem que tem algum (^2: a anterior) como esta máquina abre links.",
    },
    save: {
      usage: "[^2] [caminho]",
      help: "Salvar os arquivos da última mensagem que tem algum: aqui, numa pasta, ou com um nome; nunca por cima de outro arquivo.",
    },
  },

  size: sizeOf,
  line: ({ name, size, address }) =>
    address === "" ? `↳ ${name} (${sizeOf(size)})` : `↳ ${name} (${sizeOf(size)}) ${address}`,
  named: (names) => `[${names.join(", ")}]`,
  ofWhom: ({ name, nick }) => `— ${name}, de ${nick} —`,

  isFolder: (file) => `${file} é uma pasta. Faça dela um arquivo só, com zip ou tar, e envie esse.`,
  isNoFile: (file) =>
    `${file} é um pipe, um dispositivo ou um socket. papo send --file - envia o que sai de um pipe.`,
  isEmpty: (file) => `${file} está vazio.`,
  tooLarge: ({ file, size, most }) =>
    `${file} é grande demais: tem ${sizeOf(size)} (${grouped(size)} bytes), e aqui dá para enviar no máximo ${sizeOf(most)}.`,
  inputTooLarge: (most) => `A entrada padrão é grande demais: dá para enviar no máximo ${sizeOf(most)}.`,
  hasChanged: (file) => `${file} mudou enquanto era enviado.`,
  noFilesHere: "Este servidor não aceita arquivos.",
  noRoomYet: "Ninguém criou esta sala ainda. Diga algo nela primeiro.",
  mostFiles: (most) => `Uma mensagem tem no máximo ${most} arquivos.`,
  whichName: "--name é para um arquivo só.",
  twoInputs: "A entrada padrão só pode ser enviada uma vez: como um --file -, e não com --whole.",
  nameless: "--name dá nome ao que vem com --file.",

  sending: ({ name, percent }) => `enviando ${name} ${percent} %`,
  saving: ({ name, percent }) => `salvando ${name} ${percent} %`,
  waiting: (count) =>
    inPlural(count, { one: `${count} arquivo esperando`, other: `${count} arquivos esperando` }),
  waits: ({ file, size }) => `… ${file} (${sizeOf(size)}) vai quando houver conexão.`,
  mostWaiting: (most) => `Já há ${most} arquivos esperando para ser enviados.`,
  notSent: ({ file, why }) => `Não enviado: ${file} — ${why}`,
  notSaved: ({ file, why }) => `Não salvo: ${file} — ${why}`,
  saved: ({ file, size }) => `Salvo: ${file} (${sizeOf(size)})`,
  stopped: (names) => `Parado, e não enviado: ${inList(names)}`,
  stoppedSaving: "Parado, e não salvo.",
  nothingUnderWay: "Nenhum arquivo está sendo enviado ou salvo.",
  left: (names) =>
    inPlural(names.length, {
      one: `${inList(names)} não foi enviado.`,
      other: `${inList(names)} não foram enviados.`,
    }),

  noneThere: "Nenhuma mensagem aqui tem arquivo.",
  severalFiles: (count) => `Essa mensagem tem ${count} arquivos: indique uma pasta.`,
  isThere: (file) => `${file} já existe, e fica como está.`,
  gone: "Não existe mais: a mensagem dele foi apagada, ou é antiga demais.",
  tooShort: "Acabou antes de chegar inteiro.",
  tooLong: "Chegou mais do que a mensagem diz.",
  tooSlow: "Está vindo devagar demais.",
  noSuchFolder: (folder) => `Não existe a pasta ${folder}.`,
  cannotOpen: ({ program, address }) => `${program} não abre isso nesta máquina. O endereço: ${address}`,
};
