import { LANGUAGES } from "../../../core/words/languages.ts";
import type { CliCatalogue } from "../words.ts";

export const man: CliCatalogue["man"] = {
  titles: {
    name: "NOME",
    synopsis: "SINOPSE",
    description: "DESCRIÇÃO",
    commands: "COMANDOS",
    options: "OPÇÕES",
    keys: "TECLAS",
    config: "CONFIGURAÇÃO",
    environment: "AMBIENTE",
    files: "ARQUIVOS",
    exit: "CÓDIGO DE SAÍDA",
    examples: "EXEMPLOS",
  },
  synopsis: ["papo [URL] [OPÇÃO…]", "papo COMANDO [ARGUMENTO…] [OPÇÃO…]"],
  kind: "Comandos de usuário",
  about: "conversa em grupo, em salas",
  description: [
    "O papo conversa nas salas de um servidor do papo: num terminal, com uma linha em que escrever; num pipe, como um bot. " +
      "Sem um comando, ele entra na sala do endereço, ou pergunta pelo link de um convite.",
    "Numa sala, /help mostra o que se pode digitar.",
  ],
  takes: (options) => `Opções: ${options.join(", ")}.`,
  config:
    "O arquivo de configuração é um objeto JSON com estas chaves; papo config as mostra e define. Uma opção tem prioridade sobre a variável dela, e esta sobre o arquivo.",
  environment: {
    PAPO_URL: "a sala, para não precisar dar o endereço",
    PAPO_NICK: "seu apelido",
    PAPO_PROFILE: "um conjunto de identidades à parte",
    "PAPO_LANG, LC_ALL, LC_MESSAGES, LANG": `a língua que o papo fala (${LANGUAGES.join("|")}); das três últimas, a primeira que estiver definida`,
    PAPO_LINK: "o link de um convite: a sala, e o passe para o servidor dela",
    PAPO_KEY: "a senha de uma sala trancada",
    PAPO_ADMIN_TOKEN: "o token de admin do servidor",
    PAPO_HEADERS: "cabeçalhos para o que está na frente do servidor, NOME: VALOR, um por linha",
    PAPO_SECRETS_FOR:
      "os servidores para os quais são PAPO_KEY, PAPO_ADMIN_TOKEN e PAPO_HEADERS, além do de PAPO_URL ou do arquivo de configuração; para nenhum outro vão",
    "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY": "proxies, e o que não passa por eles, como no curl",
    NODE_EXTRA_CA_CERTS: "um arquivo com os certificados de autoridades suas",
    "VISUAL, EDITOR": "o editor que Ctrl-X Ctrl-E abre; nenhum shell lê isso",
    "NO_COLOR, FORCE_COLOR": "sem cores, ou com cores em todo caso",
    PAPO_DEBUG: "diz onde aconteceu algo inesperado",
  },
  files: {
    "$XDG_CONFIG_HOME/papo/config.json": "o arquivo de configuração (~/.config; no Windows, %APPDATA%)",
    "$XDG_STATE_HOME/papo":
      "quem você é, o que espera para ser enviado, o que você enviou, e o registro de quem quer um (~/.local/state; no Windows, %LOCALAPPDATA%)",
  },
  exit: {
    "0": "tudo bem",
    "1": "falhou a rede ou o servidor, ou algo nesta máquina",
    "2": "uso errado",
    "3": "o apelido, a pessoa ou o convite foi recusado",
    "4": "falta a senha, ou está errada",
    "5": "algo não foi enviado",
    "129, 130, 143": "terminado por SIGHUP, SIGINT ou SIGTERM",
  },
};
