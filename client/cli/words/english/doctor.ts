import { age, plural } from "./units.ts";

/** By the clock. */
interface Taken {
  readonly ms: number;
}

interface Certificate {
  readonly issuer: string;
  readonly until: string;
}

/** `papo doctor`: each step from here to a room. */
export const doctor = {
  /** What is looked at, in a few letters: one beside the other in a column. */
  steps: {
    proxy: "proxy",
    name: "name",
    connection: "connection",
    tunnel: "tunnel",
    tls: "TLS",
    http: "HTTP",
    versions: "versions",
    clock: "clock",
    door: "door",
    webSocket: "WebSocket",
  },
  states: { ok: "ok", failed: "FAILED", skipped: "-" },

  noProxy: "None is set for this server.",
  proxied: ({ variable, proxy }: { variable: string; proxy: string }) =>
    `${variable} leads through ${proxy}; what follows until the tunnel is about it.`,

  isNumber: (hostname: string) => `${hostname} is a number: nothing to look up.`,
  resolved: ({ hostname, address, more }: { hostname: string; address: string; more: number }) =>
    more === 0 ? `${hostname} is ${address}.` : `${hostname} is ${address}, and ${more} more.`,
  lookupLate: (hostname: string) =>
    `The name server does not answer in time when asked for ${hostname}. Are you connected to the internet?`,
  connected: ({ host, ms }: Taken & { host: string }) => `Somebody answers at ${host}, in ${ms} ms.`,
  tunnelled: ({ host, ms }: Taken & { host: string }) =>
    `The proxy lets papo through to ${host}, in ${ms} ms.`,

  noTls: "This address begins with http://: what is said can be read on the way.",
  secured: ({ version, issuer, until }: Certificate & { version: string }) =>
    `${version}; the certificate is signed by ${issuer}, and good until ${until}.`,
  /** `why` it is not trusted, as a sentence. */
  distrusted: ({ why, issuer, from, until }: Certificate & { why: string; from: string }) =>
    `${why} It says that ${issuer} has signed it, from ${from} until ${until}. If that is your office's proxy, it looks into TLS.`,

  answers: ({ version, ms }: Taken & { version: string }) => `papo ${version} answers, in ${ms} ms.`,
  webPage: ({ host, status }: { host: string; status: number }) =>
    `A web page answers (HTTP ${status}) where papo should. Either ${host} is no papo server, or this network wants you to sign in first: open a page in a browser, and try again.`,

  sameVersion: (version: string) => `The client is papo ${version}, too.`,
  otherVersion: ({ server, client }: { server: string; client: string }) =>
    `The server is papo ${server}, and the client ${client}. What both know works; npx https://HOST/papo.tgz is the server's own.`,

  clockRight: (seconds: number) =>
    plural(seconds, {
      one: "The clocks of server and client differ by a second at most.",
      other: `The clocks of server and client differ by ${seconds} seconds at most.`,
    }),
  /** `ms`: above 0 where this machine is ahead. */
  clockWrong: ({ ms, server }: Taken & { server: string }) =>
    ms > 0
      ? `The clock of this machine is ${age(ms)} ahead of the server's, which has ${server} UTC. Set the one that is wrong: invitations and certificates go by it.`
      : `The clock of this machine is ${age(-ms)} behind the server's, which has ${server} UTC. Set the one that is wrong: invitations and certificates go by it.`,
  noClock: "The server tells no time.",

  letIn: "You are let in.",
  open: ({ room, members }: { room: string; members: number }) =>
    plural(members, {
      one: `You are let into ${room}, where one person is.`,
      other: `You are let into ${room}, where ${members} people are.`,
    }),
  locked: (room: string) => `${room} is locked: papo asks for its passphrase when you come.`,

  opened: ({ protocol, ms }: Taken & { protocol: string }) =>
    `It is open in ${ms} ms, and the server speaks ${protocol}. Nobody has joined.`,
  swallowed: (host: string) =>
    `Something between here and ${host} lets plain HTTP through, and no WebSocket. Whoever runs the proxy, virus scanner or firewall can allow it; papo send TEXT, history and names work without.`,
  notTried: "Not tried, for nobody is let in.",
};
