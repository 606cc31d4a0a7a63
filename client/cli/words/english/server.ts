/** How a server is named in a sentence. */
interface ServerName {
  /** `host:8080` */
  readonly host: string;
  readonly hostname: string;
  readonly secure: boolean;
}

interface Coded extends ServerName {
  readonly code: string;
}

interface Answered extends ServerName {
  /** Of HTTP. */
  readonly status: number;
}

/** Why a server cannot be talked to, and what to do next. No other library's text is ever shown: it may hold anything. */
export const server = {
  asksForPatience: ({ host, ms }: Pick<ServerName, "host"> & { ms: number }) =>
    `${host} asks for patience: papo waits ${Math.ceil(ms / 1_000)} s.`,
  triesSilent: (host: string) => `${host} does not answer; papo tries again.`,
  triesInTrouble: (host: string) => `${host} is in trouble; papo tries again.`,

  trouble: {
    noHost: ({ hostname }: ServerName) => `There is no host called ${hostname}. Check the address.`,
    noLookup: ({ hostname }: ServerName) =>
      `Cannot look up ${hostname}: the name server does not answer. Are you connected to the internet?`,
    nobody: ({ host }: ServerName) => `Nobody answers at ${host}. Is the server running, and the port right?`,
    noWay: ({ host }: ServerName) => `There is no way to ${host}. Are you connected to the network?`,
    late: ({ host }: ServerName) => `${host} does not answer in time. Try again later.`,
    gone: ({ host, secure }: ServerName) =>
      secure
        ? `${host} hung up. Try again later.`
        : `${host} hung up. If it speaks TLS, write the address with https://.`,
    firewall: ({ host }: ServerName) => `Cannot talk to ${host}: a firewall does not let it on this machine.`,
    tooManyFiles: ({ host }: ServerName) =>
      `Cannot talk to ${host}: too many files are open on this machine.`,
    noMemory: ({ host }: ServerName) => `Cannot talk to ${host}: there is no memory left on this machine.`,
    noTls: ({ host }: ServerName) =>
      `${host} does not speak TLS. If that is as it should be, write the address with http://.`,
    noHttp: ({ host, secure }: ServerName) =>
      secure
        ? `What answers at ${host} does not speak HTTP. Check the port.`
        : `What answers at ${host} does not speak HTTP. Check the port; with TLS, write https://.`,
    noPapo: ({ host }: ServerName) => `What answers at ${host} is no papo server. Check the address.`,
    expired: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: it has expired, or the clock of this machine is wrong.`,
    notYetValid: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: it is not valid yet, or the clock of this machine is wrong.`,
    revoked: ({ host }: ServerName) => `The certificate of ${host} cannot be trusted: it was revoked.`,
    otherName: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: it is for a host of another name.`,
    selfSigned: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: it is signed by itself. If it comes from an authority of your own, name that in NODE_EXTRA_CA_CERTS.`,
    unknownIssuer: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: nobody known has signed it. If it comes from an authority of your own, name that in NODE_EXTRA_CA_CERTS.`,
    wrongSignature: ({ host }: ServerName) =>
      `The certificate of ${host} cannot be trusted: its signature is wrong.`,
    wantsCertificate: ({ host }: ServerName) => `${host} wants a certificate of yours, and papo has none.`,
  },
  noTlsInCommon: ({ host, code }: Coded) =>
    `${host} and this machine cannot agree on how to speak TLS (${code}).`,
  unknown: ({ host }: ServerName) => `Cannot talk to ${host}, for a reason that papo does not know.`,
  unknownCode: ({ host, code }: Coded) =>
    `Cannot talk to ${host}, for a reason that papo does not know (${code}).`,

  noWebSockets: ({ host }: ServerName) =>
    `Something between here and ${host} keeps WebSockets out: a proxy that drops the Upgrade ` +
    "header. papo send TEXT, history and names work without.",
  otherVersion: ({ host }: ServerName) =>
    `The server at ${host} speaks another version of papo than this client. Update the older of the two.`,
  elsewhere: ({ host, secure, status }: Answered) =>
    secure
      ? `${host} sends its visitors elsewhere (HTTP ${status}). Write that address.`
      : `${host} sends its visitors elsewhere (HTTP ${status}). Write that address, maybe with https://.`,
  otherWebSocket: ({ host }: ServerName) =>
    `What answers at ${host} speaks WebSocket, but is no papo server. Check the address.`,
  wantsPassword: ({ host }: ServerName) =>
    `Something before ${host} wants a name and a password (HTTP 401), and papo has none to give.`,
  networkWants: ({ status }: Answered) =>
    `This network wants something of you first (HTTP ${status}). Open a page in a browser, and try again.`,
  patience: ({ host }: ServerName) => `${host} asks for patience (HTTP 429). Try again later.`,
  inTrouble: ({ host, status }: Answered) =>
    `The server at ${host} is in trouble (HTTP ${status}). Try again later.`,
  noRoom: ({ host, status }: Answered) =>
    `What answers at ${host} is no papo server, or a very old one (HTTP ${status}). Check the address.`,
};
