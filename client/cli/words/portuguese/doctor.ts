import type { CliCatalogue } from "../words.ts";
import { ageOf, inPlural } from "./units.ts";

export const doctor: CliCatalogue["doctor"] = {
  steps: {
    proxy: "proxy",
    name: "nome",
    connection: "conexão",
    tunnel: "túnel",
    tls: "TLS",
    http: "HTTP",
    versions: "versões",
    clock: "relógio",
    door: "entrada",
    webSocket: "WebSocket",
  },
  states: { ok: "ok", failed: "FALHOU", skipped: "-" },

  noProxy: "Nenhum está definido para este servidor.",
  proxied: ({ variable, proxy }) => `${variable} leva por ${proxy}; o que segue até o túnel é sobre ele.`,

  isNumber: (hostname) => `${hostname} é um número: não há o que procurar.`,
  resolved: ({ hostname, address, more }) =>
    more === 0 ? `${hostname} é ${address}.` : `${hostname} é ${address}, e mais ${more}.`,
  lookupLate: (hostname) =>
    `O servidor de nomes não responde a tempo quando se pergunta por ${hostname}. A internet está funcionando?`,
  connected: ({ host, ms }) => `Alguém responde em ${host}, em ${ms} ms.`,
  tunnelled: ({ host, ms }) => `O proxy deixa o papo passar até ${host}, em ${ms} ms.`,

  noTls: "Este endereço começa com http://: dá para ler no caminho o que se diz.",
  secured: ({ version, issuer, until }) =>
    `${version}; o certificado é assinado por ${issuer}, e vale até ${until}.`,
  distrusted: ({ why, issuer, from, until }) =>
    `${why} Ele diz que ${issuer} o assinou, de ${from} até ${until}. Se esse é o proxy do seu trabalho, ele olha dentro do TLS.`,

  answers: ({ version, ms }) => `O papo ${version} responde, em ${ms} ms.`,
  webPage: ({ host, status }) =>
    `Uma página da web responde (HTTP ${status}) onde devia estar o papo. Ou ${host} não é um servidor do papo, ou esta rede quer que você faça login antes: abra uma página num navegador, e tente de novo.`,

  sameVersion: (version) => `O cliente também é o papo ${version}.`,
  otherVersion: ({ server, client }) =>
    `O servidor é o papo ${server}, e o cliente ${client}. O que os dois conhecem funciona; npx https://HOST/papo.tgz é o do próprio servidor.`,

  clockRight: (seconds) =>
    inPlural(seconds, {
      one: `Os relógios do servidor e do cliente diferem em ${seconds} segundo no máximo.`,
      other: `Os relógios do servidor e do cliente diferem em ${seconds} segundos no máximo.`,
    }),
  clockWrong: ({ ms, server }) =>
    ms > 0
      ? `O relógio desta máquina está ${ageOf(ms)} adiantado em relação ao do servidor, que marca ${server} UTC. Acerte o que estiver errado: convites e certificados dependem dele.`
      : `O relógio desta máquina está ${ageOf(-ms)} atrasado em relação ao do servidor, que marca ${server} UTC. Acerte o que estiver errado: convites e certificados dependem dele.`,
  noClock: "O servidor não diz as horas.",

  letIn: "Você pode entrar.",
  open: ({ room, members }) =>
    members === 0
      ? `Você pode entrar em ${room}, onde não há ninguém agora.`
      : inPlural(members, {
          one: `Você pode entrar em ${room}, onde há ${members} pessoa.`,
          other: `Você pode entrar em ${room}, onde há ${members} pessoas.`,
        }),
  locked: (room) => `${room} está trancada: o papo pergunta pela senha quando você chegar.`,

  opened: ({ protocol, ms }) => `Abriu em ${ms} ms, e o servidor fala ${protocol}. Ninguém entrou na sala.`,
  swallowed: (host) =>
    `Algo entre aqui e ${host} deixa passar HTTP simples, e WebSocket não. Quem cuida do proxy, do antivírus ou do firewall pode liberar; papo send TEXTO, history e names funcionam sem ele.`,
  notTried: "Não foi tentado, pois ninguém pode entrar.",
};
