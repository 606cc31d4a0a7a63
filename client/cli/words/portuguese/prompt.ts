import type { CliCatalogue } from "../words.ts";
import { eitherOf, inPlural } from "./units.ts";

export const prompt: CliCatalogue["prompt"] = {
  pasteLines: (lines) => `Colar ${lines} linhas? [s/N] `,
  pasteKey: "s",
  draftIsFull: "O rascunho está cheio: não cabe mais, e o fim do que você digitou não está nele.",
  searching: ({ query, isFound }) =>
    query === "" || isFound ? `(buscar: ${query}) ` : `(não encontrado: ${query}) `,
  choices: ({ shown, more }) => (more > 0 ? `${shown.join("  ")}  … e mais ${more}` : shown.join("  ")),
  noEditor: "Não há editor: indique um em VISUAL ou EDITOR, como EDITOR=nano.",
  cannotEdit: ({ editor, code }) =>
    code === "ENOENT"
      ? `Não existe o editor ${editor}, que VISUAL ou EDITOR indica. Seu rascunho está como estava.`
      : `Não dá para editar o rascunho com ${editor}${code === undefined ? "" : ` (${code})`}. Ele está como estava.`,
  editorFailed: ({ editor, status }) => `${editor} terminou com ${status}: seu rascunho está como estava.`,
  editedTooLong: "O que você escreveu é longo demais para um rascunho, que está como estava.",
  editedNoText: "O que você escreveu não é UTF-8: seu rascunho está como estava.",
  oneLine: "Uma resposta é uma linha só: nada do que você colou foi aceito.",

  opened: (label) => `— ${label}Enter envia o que você digita; /help conta mais —`,
  tooEarly: "Uma linha digitada antes que isto pudesse ser lido não é enviada.",
  held: (lines) =>
    inPlural(lines, {
      one: `${lines} linha está guardada aqui. Aperte Enter numa linha vazia para enviar.`,
      other: `${lines} linhas estão guardadas aqui, em ordem. Aperte Enter numa linha vazia para enviar.`,
    }),
  heldTooMany: (lines) => `${lines} linhas estão guardadas aqui, e não cabem mais: esta não está.`,
  cannotReveal:
    "O que não pode ficar na tela não dá para mostrar aqui: este terminal não apaga nada do que mostrou.",
  enterToAnswer: (question) => `${question} Aperte Enter numa linha vazia para responder.`,
  choose: ({ question, ways }) => `${question} Escreva ${eitherOf(ways)}.`,
};
