interface ProxyName {
  /** What has named it. */
  readonly variable: string;
  /** Its own host and port. */
  readonly proxy: string;
}

interface Beyond extends ProxyName {
  /** Of the server behind it. */
  readonly host: string;
  readonly status: number;
}

/** Of a proxy that the environment names. What it wants to see is never shown. */
export const proxy = {
  noAddress: (variable: string) =>
    `${variable} is no address of a proxy. Write http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT, in which / is %2F, # is %23, ? is %3F and @ is %40.`,
  otherKind: ({ variable, scheme }: { variable: string; scheme: string }) =>
    `${variable} names a ${scheme} proxy, and papo goes through HTTP proxies alone. Write http://HOST:PORT, or name the server in NO_PROXY.`,

  /** `why` it can't be talked to, as a sentence. */
  notReached: ({ variable, why }: { variable: string; why: string }) =>
    `${why} It is the proxy in ${variable}; servers that need none stand in NO_PROXY.`,
  wantsPassword: ({ variable, proxy }: ProxyName) =>
    `The proxy ${proxy} wants a name and a password (HTTP 407). Write them in ${variable}: http://NAME:PASSWORD@${proxy}.`,
  refusesPassword: ({ variable, proxy }: ProxyName) =>
    `The proxy ${proxy} does not take the name and the password in ${variable} (HTTP 407).`,
  otherSignIn: ({ proxy, scheme }: ProxyName & { scheme: string }) =>
    `The proxy ${proxy} wants you to sign in by ${scheme} (HTTP 407), and papo knows names with passwords (Basic) alone. A proxy on this machine that does it, such as px or cntlm, can stand between.`,
  forbids: ({ variable, proxy, host, status }: Beyond) =>
    `The proxy ${proxy} in ${variable} lets nobody through to ${host} (HTTP ${status}). Whoever runs it can allow it; if none is needed, name the server in NO_PROXY.`,
  cannotReach: ({ variable, proxy, host, status }: Beyond) =>
    `The proxy ${proxy} in ${variable} cannot reach ${host} (HTTP ${status}). Check the address; if no proxy is needed, name the server in NO_PROXY.`,
  noProxy: ({ variable, proxy, status }: Beyond) =>
    `What answers at ${proxy} is no proxy that lets connections through (HTTP ${status}). Check ${variable}.`,
};
