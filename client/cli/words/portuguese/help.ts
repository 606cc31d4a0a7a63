import { LANGUAGES } from "../../../core/words/languages.ts";
import type { CliCatalogue } from "../words.ts";

export const help: CliCatalogue["help"] = {
  general: (commands) =>
    [
      "papo: conversa em grupo, em salas.",
      "",
      "  papo https://HOST/SALA             entrar numa sala e conversar",
      "  papo https://HOST/SALA SALA2 …     entrar em várias; só papo volta para onde você estava",
      "",
      ...commands,
      "  papo --version",
      "",
      "papo COMANDO --help conta mais, papo help --man conta tudo. Numa sala, /help.",
      "",
      "O endereço pode ficar de fora onde PAPO_URL ou o arquivo de configuração o tem. Uma opção tem prioridade sobre a variável dela, e esta sobre o arquivo de configuração:",
      "  $XDG_CONFIG_HOME/papo/config.json  url, nick, profile, time, bell, color, quiet-hours, notify, highlight, comings, pictures, log, log-days, lang",
      "Quem você é fica guardado em $XDG_STATE_HOME/papo: em cada sala, uma pessoa por apelido.",
      "PAPO_KEY, PAPO_ADMIN_TOKEN e PAPO_HEADERS vão para o servidor de PAPO_URL ou do arquivo de configuração, e para os de PAPO_SECRETS_FOR (hosts, separados por vírgulas); para nenhum outro.",
      "O papo sem mais nada pergunta por um convite, sem mostrá-lo; ou PAPO_LINK tem o link dele. Ele também fica guardado ali.",
      "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY e NO_PROXY valem como no curl.",
    ].join("\n"),

  about: ({ call, summary }) => `${call}: ${summary}`,
  examples: "Exemplos:",

  exitCodes:
    "Códigos de saída: 0 tudo bem, 1 falha ou rede, 2 uso errado, 3 apelido, pessoa ou convite recusado, " +
    "4 senha, 5 algo não enviado.",

  subcommands: {
    join: {
      usage: "[URL…]",
      summary:
        "conversar numa sala, ou em várias; num pipe, ser um bot: entram linhas ou comandos em JSON, saem eventos",
    },
    send: {
      usage: "[URL] [TEXTO…]",
      summary:
        "enviar uma mensagem, arquivos, ou a entrada padrão linha por linha, e esperar até que esteja gravado",
    },
    tail: { usage: "[URL]", summary: "mostrar o que se diz, à medida que se diz" },
    history: { usage: "[URL]", summary: "mostrar o que foi dito" },
    names: { usage: "[URL]", summary: "mostrar quem está aqui" },
    invite: { usage: "[URL]", summary: "fazer um convite, como admin do servidor; sai o link dele" },
    admin: {
      usage: "[URL] rooms | room NOME | erase NOME | door open|invited|closed | invite [NOME…]",
      summary: "ver, e manter em ordem, o que é seu",
    },
    mcp: {
      usage: "[URL]",
      summary: "deixar um agente conversar, pelo Model Context Protocol na entrada e na saída padrão",
    },
    irc: { usage: "[URL]", summary: "deixar clientes de IRC entrarem nas salas de um servidor" },
    lines: {
      usage: "[URL]",
      summary: "deixar conversar programas que só conhecem um socket: nc, telnet, um seu",
    },
    doctor: { usage: "[URL]", summary: "testar cada passo até uma sala, e dizer o que está no caminho" },
    config: { usage: "[CHAVE [VALOR]]", summary: "mostrar, explicar e definir o que você escolheu de vez" },
    completion: {
      usage: "bash|zsh|fish",
      summary: "escrever o que faz um shell completar comandos, opções e salas",
    },
  },

  helpCommand: {
    usage: "[COMANDO]",
    summary: "contar sobre o papo, ou sobre um comando",
    man: "tudo numa página de manual: para ler num terminal, roff num pipe",
  },

  options: {
    nick: { value: "NOME", help: "seu apelido, e com ele quem você é (ou PAPO_NICK)" },
    profile: { value: "NOME", help: "um conjunto de identidades à parte (ou PAPO_PROFILE)" },
    "key-file": {
      value: "ARQUIVO",
      help: "a senha de uma sala trancada (ou PAPO_KEY, veja PAPO_SECRETS_FOR)",
    },
    time: { value: "off|hm|hms|iso", help: "como as horas aparecem" },
    "no-bell": { value: "", help: "sem som quando alguém menciona você" },
    "quiet-rooms": { value: "", help: "só contar o que se diz nas salas que não estão na frente" },
    "no-color": { value: "", help: "sem cores (ou NO_COLOR)" },
    json: { value: "", help: "um objeto JSON por linha" },
    to: { value: "APELIDO", help: "só para essa pessoa" },
    once: { value: "ID", help: "gravar uma vez só, por mais que seja enviado com este ID" },
    whole: { value: "", help: "toda a entrada padrão como uma mensagem" },
    file: {
      value: "ARQUIVO",
      help: "enviar um arquivo, com o texto se houver; até quatro vezes, - para a entrada padrão",
    },
    name: { value: "NOME", help: "como o arquivo se chama na sala" },
    since: {
      value: "1h|DATA|ID",
      help: "desde há tanto tempo (s, m, h, d, w), uma data (2026-11-20, 2026-11-20T10:00), ou depois do id de uma mensagem",
    },
    "no-follow": { value: "", help: "só o que já está lá" },
    limit: { value: "N|all", help: "as N mensagens mais novas (50)" },
    days: { value: "N", help: "por quantos dias o convite vale (7)" },
    one: { value: "", help: "o convite é para uma pessoa, e assim um banimento vale mesmo" },
    make: { value: "", help: "quem tem o convite pode criar salas" },
    all: { value: "", help: "também salas que ninguém usa" },
    yes: { value: "", help: "apagar sem perguntar" },
    listen: {
      value: "[IP:]PORTA",
      help: "onde esperar por programas (127.0.0.1; 6667 para irc, 12345 para lines)",
    },
    moderate: { value: "", help: "deixar o agente apagar, expulsar e banir, onde a sala permite" },
    unset: { value: "", help: "tirar uma chave" },
    lang: { value: LANGUAGES.join("|"), help: "a língua que o papo fala (ou PAPO_LANG)" },
    help: { value: "", help: "mostrar isto" },
  },
};
