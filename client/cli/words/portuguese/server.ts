import type { CliCatalogue } from "../words.ts";

export const server: CliCatalogue["server"] = {
  asksForPatience: ({ host, ms }) => `${host} pede paciência: o papo espera ${Math.ceil(ms / 1_000)} s.`,
  triesSilent: (host) => `${host} não responde; o papo tenta de novo.`,
  triesInTrouble: (host) => `${host} está com problemas; o papo tenta de novo.`,

  trouble: {
    noHost: ({ hostname }) => `Não existe um host chamado ${hostname}. Confira o endereço.`,
    noLookup: ({ hostname }) =>
      `Não dá para procurar ${hostname}: o servidor de nomes não responde. A internet está funcionando?`,
    nobody: ({ host }) => `Ninguém responde em ${host}. O servidor está no ar, e a porta está certa?`,
    noWay: ({ host }) => `Não há caminho até ${host}. A rede está funcionando?`,
    late: ({ host }) => `${host} não responde a tempo. Tente de novo mais tarde.`,
    gone: ({ host, secure }) =>
      secure
        ? `${host} desligou. Tente de novo mais tarde.`
        : `${host} desligou. Se ele fala TLS, escreva o endereço com https://.`,
    firewall: ({ host }) => `Não dá para falar com ${host}: um firewall nesta máquina não deixa.`,
    tooManyFiles: ({ host }) => `Não dá para falar com ${host}: há arquivos demais abertos nesta máquina.`,
    noMemory: ({ host }) => `Não dá para falar com ${host}: acabou a memória desta máquina.`,
    noTls: ({ host }) => `${host} não fala TLS. Se é assim mesmo, escreva o endereço com http://.`,
    noHttp: ({ host, secure }) =>
      secure
        ? `O que responde em ${host} não fala HTTP. Confira a porta.`
        : `O que responde em ${host} não fala HTTP. Confira a porta; com TLS, escreva https://.`,
    noPapo: ({ host }) => `O que responde em ${host} não é um servidor do papo. Confira o endereço.`,
    expired: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: ele venceu, ou o relógio desta máquina está errado.`,
    notYetValid: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: ele ainda não vale, ou o relógio desta máquina está errado.`,
    revoked: ({ host }) => `Não dá para confiar no certificado de ${host}: ele foi revogado.`,
    otherName: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: ele é para um host com outro nome.`,
    selfSigned: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: ele assina a si mesmo. Se vem de uma autoridade sua, indique-a em NODE_EXTRA_CA_CERTS.`,
    unknownIssuer: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: ninguém conhecido o assinou. Se vem de uma autoridade sua, indique-a em NODE_EXTRA_CA_CERTS.`,
    wrongSignature: ({ host }) =>
      `Não dá para confiar no certificado de ${host}: a assinatura dele está errada.`,
    wantsCertificate: ({ host }) => `${host} quer um certificado seu, e o papo não tem nenhum.`,
  },
  noTlsInCommon: ({ host, code }) => `${host} e esta máquina não se entendem sobre como falar TLS (${code}).`,
  unknown: ({ host }) => `Não dá para falar com ${host}, por um motivo que o papo não conhece.`,
  unknownCode: ({ host, code }) =>
    `Não dá para falar com ${host}, por um motivo que o papo não conhece (${code}).`,

  noWebSockets: ({ host }) =>
    `Algo entre aqui e ${host} não deixa passar WebSockets: um proxy que tira o cabeçalho Upgrade. ` +
    "papo send TEXTO, history e names funcionam sem eles.",
  otherVersion: ({ host }) =>
    `O servidor em ${host} fala outra versão do papo que não a deste cliente. Atualize o mais velho dos dois.`,
  elsewhere: ({ host, secure, status }) =>
    secure
      ? `${host} manda quem chega para outro lugar (HTTP ${status}). Escreva esse outro endereço.`
      : `${host} manda quem chega para outro lugar (HTTP ${status}). Escreva esse outro endereço, talvez com https://.`,
  otherWebSocket: ({ host }) =>
    `O que responde em ${host} fala WebSocket, mas não é um servidor do papo. Confira o endereço.`,
  wantsPassword: ({ host }) =>
    `Algo na frente de ${host} quer um nome e uma senha (HTTP 401), e o papo não os tem.`,
  networkWants: ({ status }) =>
    `Esta rede quer algo de você antes (HTTP ${status}). Abra uma página num navegador, e tente de novo.`,
  patience: ({ host }) => `${host} pede paciência (HTTP 429). Tente de novo mais tarde.`,
  inTrouble: ({ host, status }) =>
    `O servidor em ${host} está com problemas (HTTP ${status}). Tente de novo mais tarde.`,
  noRoom: ({ host, status }) =>
    `O que responde em ${host} não é um servidor do papo, ou é um muito velho (HTTP ${status}). Confira o endereço.`,
};
