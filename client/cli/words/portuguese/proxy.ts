import type { CliCatalogue } from "../words.ts";

export const proxy: CliCatalogue["proxy"] = {
  noAddress: (variable) =>
    `${variable} não é o endereço de um proxy. Escreva http://HOST:PORTA, ou http://NOME:SENHA@HOST:PORTA, em que / é %2F, # é %23, ? é %3F e @ é %40.`,
  otherKind: ({ variable, scheme }) =>
    `${variable} indica um proxy ${scheme}, e o papo só passa por proxies HTTP. Escreva http://HOST:PORTA, ou ponha o servidor em NO_PROXY.`,

  notReached: ({ variable, why }) =>
    `${why} É o proxy em ${variable}; servidores que não precisam dele ficam em NO_PROXY.`,
  wantsPassword: ({ variable, proxy }) =>
    `O proxy ${proxy} quer um nome e uma senha (HTTP 407). Escreva-os em ${variable}: http://NOME:SENHA@${proxy}.`,
  refusesPassword: ({ variable, proxy }) =>
    `O proxy ${proxy} não aceita o nome e a senha que estão em ${variable} (HTTP 407).`,
  otherSignIn: ({ proxy, scheme }) =>
    `O proxy ${proxy} quer que você faça login por ${scheme} (HTTP 407), e o papo só conhece nomes com senhas (Basic). Um proxy nesta máquina que faça isso, como px ou cntlm, pode ficar no meio.`,
  forbids: ({ variable, proxy, host, status }) =>
    `O proxy ${proxy} em ${variable} não deixa ninguém passar até ${host} (HTTP ${status}). Quem cuida dele pode liberar; se não é preciso nenhum, ponha o servidor em NO_PROXY.`,
  cannotReach: ({ variable, proxy, host, status }) =>
    `O proxy ${proxy} em ${variable} não consegue chegar a ${host} (HTTP ${status}). Confira o endereço; se não é preciso nenhum proxy, ponha o servidor em NO_PROXY.`,
  noProxy: ({ variable, proxy, status }) =>
    `O que responde em ${proxy} não é um proxy que deixa passar conexões (HTTP ${status}). Confira ${variable}.`,
};
