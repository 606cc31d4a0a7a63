import type { CliCatalogue } from "../words.ts";

export const keys: CliCatalogue["keys"] = {
  help: "Mostrar o que as teclas fazem.",
  rows: [
    ["Enter", "enviar"],
    ["Alt-Enter", "uma nova linha na mesma mensagem"],
    ["Up, Down", "o que você enviou nesta sala (setas para cima e para baixo)"],
    [
      "Ctrl-R, Ctrl-S",
      "procurar um trecho do que você já enviou, em qualquer sala: de novo, mais antigo, mais novo; Enter o pega, Ctrl-G não",
    ],
    ["Tab, Shift-Tab", "completar um apelido, um comando e o que vem depois, o nome de um emoji (:tada)"],
    ["Ctrl-A, Ctrl-E", "para o começo, para o fim"],
    ["Ctrl-Left, Ctrl-Right", "palavra por palavra, com as setas (Alt-B, Alt-F)"],
    ["Ctrl-W, Alt-D", "recortar a palavra antes, depois"],
    ["Ctrl-U, Ctrl-K", "recortar tudo antes, depois"],
    ["Ctrl-Y, Alt-Y", "pôr de volta o que foi recortado; e então o que foi recortado antes disso"],
    ["Ctrl-_", "desfazer (Ctrl-X Ctrl-U)"],
    ["Ctrl-T", "trocar duas letras"],
    ["Ctrl-X Ctrl-E", "escrever no editor que VISUAL ou EDITOR indica"],
    ["Ctrl-C", "limpar a linha; sair, se não há nada nela (duas vezes, se você está em várias salas)"],
    ["Ctrl-D", "sair, se não há nada na linha"],
    ["Ctrl-L, Ctrl-Z", "limpar a tela, parar até fg"],
    ["Alt-1 a 9, Alt-Left, Alt-Right", "ir para outra sala"],
    ["Alt-A", "ir para onde há mais coisa não lida"],
  ],
};
