import type { Address } from "../../core/address.ts";
import type { Connect } from "../../core/connection/connection.ts";
import { doorHeaders } from "../../core/http/door-headers.ts";
import { nodeConnect } from "../../node/node-connect.ts";
import type { KeptPass } from "../person/pass.ts";
import type { HttpProxy } from "./proxy/proxy.ts";
import { tunnelAgent } from "./proxy/tunnel.ts";
import { answerTrouble, mayPass, mayStatusPass, networkTrouble, upgradeTrouble } from "./trouble.ts";

/** A way to connect to a room from the terminal, and why it last failed to. */
export interface NodeSocket {
  readonly connect: Connect;
  /** A sentence for a person; undefined once a connection has been opened. */
  trouble(): string | undefined;
  /** Whether that may be otherwise in a moment. */
  mayPass(): boolean;
}

/** What is shown where a server does not let everybody in. */
export interface DoorSettings {
  readonly pass?: Pick<KeptPass, "current">;
  readonly admin?: string | undefined;
  readonly gate?: Readonly<Record<string, string>>;
  readonly proxy?: HttpProxy | undefined;
}

/** A connection is made with the pass that is shown then. */
export function nodeSocket(address: Address, { pass, admin, gate, proxy }: DoorSettings = {}): NodeSocket {
  let trouble: string | undefined;
  let passes = true;
  const connect = nodeConnect(address.socketUrl, {
    headers: () => doorHeaders({ pass: pass?.current, admin, gate }),
    agent: proxy && tunnelAgent(proxy, { secure: address.socketUrl.startsWith("wss:") }),
    observe(attempt) {
      switch (attempt.type) {
        case "opened":
          trouble = undefined;
          return;
        case "failed":
          // Without a code, it is about a handshake that nobody has answered in time, or not as a room does.
          passes = !attempt.upgraded && mayPass(attempt.error);
          trouble = attempt.upgraded
            ? answerTrouble({ status: 101 }, address)
            : networkTrouble(attempt.error, address);
          return;
        case "answered":
          passes = mayStatusPass(attempt.status);
          trouble = upgradeTrouble(attempt, address);
          return;
        default:
          attempt satisfies never;
      }
    },
  });
  return { connect, trouble: () => trouble, mayPass: () => passes };
}
