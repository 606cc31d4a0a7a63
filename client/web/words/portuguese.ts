import { inList, inPlural } from "../../core/words/portuguese.ts";
import type { PageCatalogue } from "./spoken.ts";

// Brazilian Portuguese; zero takes the form of one.

export const portuguesePage: PageCatalogue = {
  close: "Fechar",
  cancel: "Cancelar",
  yourNickname: "Seu apelido",
  join: "Entrar",
  private: "privada",
  rooms: "Salas",
  deleted: "Apagada",

  late: {
    coming: "Carregando…",
    missing: "Não dá para carregar esta parte. Recarregue a página: o que você escreveu fica.",
    reload: "Recarregar a página",
  },

  invitation: {
    terminal: "De um terminal, sem instalar nada",
    copyCommand: "Copiar o comando",
  },

  connection: {
    idle: "",
    connecting: "",
    online: "Com conexão.",
    waiting: "Sem conexão.",
    refused: "",
    stopped: "",
  },
  banner: {
    connecting: "Conectando…",
    offline: "Sem conexão. O que você escrever fica guardado, e segue depois.",
    triesAgain: (seconds) => `Nova tentativa em ${seconds} s.`,
    tryNow: (node) => ["Tentar agora ", node],
    seconds: (seconds) => `(${seconds} s)`,
  },

  log: {
    label: (room) => `Mensagens em ${room}`,
    privateLabel: (nick) => `Mensagens privadas com ${nick}`,
    older: "Mostrar mensagens mais antigas",
    newest: "Ir para as mais novas",
    unread: "Novas",
    newMessages: (count) =>
      inPlural(count, { one: `${count} mensagem nova`, other: `${count} mensagens novas` }),
    gone: "Essa mensagem não existe mais.",
  },

  message: {
    label: ({ nick, time }) => `${nick}, ${time}`,
    privateLabel: ({ nick, time }) => `${nick}, ${time}, privada`,
    onlyYouAnd: (node) => ["Só você e ", node, " veem isto"],
    edited: "(editada)",
    earlier: "uma mensagem anterior",
    copied: "Copiado",
    notCopied: "Está tudo selecionado: copie dali",
  },

  outgoing: {
    unsure: "Não se sabe se isto chegou.",
    sending: "Enviando…",
    waiting: "Esperando a conexão.",
    edit: "Editar uma mensagem",
    delete: "Apagar uma mensagem",
    react: "Reagir a uma mensagem",
    retry: "Tentar de novo",
    discard: "Descartar",
    revise: "Editar",
  },

  composer: {
    toAll: (room) => `Mensagem a todos em ${room}`,
    toOne: (nick) => `Só ${nick} verá isto`,
    toEdit: "Edite sua mensagem",
    sendToAll: "Enviar a todos",
    sendToOne: (nick) => `Enviar só a ${nick}`,
    save: "Salvar",
    patience: (seconds) => `A sala pede paciência: ${seconds} s`,
    slow: (seconds) => `Modo lento: uma mensagem a cada ${seconds} s`,
    typing: (nicks) =>
      nicks.length > 2
        ? `${nicks.length} pessoas digitando…`
        : inPlural(nicks.length, {
            one: `${inList(nicks)} está digitando…`,
            other: `${inList(nicks)} estão digitando…`,
          }),
    absent: (nick) => `${nick} não está aqui, e ninguém receberia isto.`,
    toAllOnly: (word) => `${word} fala a todos. Aperte × antes, ou escreva sem isso.`,
    ok: "OK",
  },

  panels: {
    people: "Pessoas",
    search: "Buscar",
    invite: "Convidar",
    about: "Ajustes",
    peopleHere: (count) => `Pessoas, ${count} aqui`,
    locked: "trancada",
  },
};
