import type { Address } from "../../core/address.ts";
import { AdminHttp } from "../../core/http/admin-http.ts";
import type { AskerOptions, Delay } from "../../core/http/asker.ts";
import { RoomHttp } from "../../core/http/room-http.ts";
import { isUnmet, type Unmet } from "../../core/http/unmet.ts";
import { EXIT, exitCodeOf, exitCodeWithoutSending } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { gateHeaders } from "../person/gate-headers.ts";
import type { KeptPass } from "../person/pass.ts";
import { loadConfig } from "../shell/config.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { exchangeThrough } from "./http.ts";
import { type HttpProxy, proxyFor } from "./proxy/proxy.ts";
import { answerTrouble, networkTrouble } from "./trouble.ts";

/** A post that failed, though the room may have stored it. */
export class Unanswered extends Failure {}

/** A post under a key that another message has: this one is not stored. */
export class KeyReused extends Failure {}

/** Nobody is let in without an invitation, or not with this one. */
export class NotInvited extends Failure {}

/** Whose requests, and to where. */
export interface Requester {
  readonly address: Address;
  readonly pass: Pick<KeptPass, "current">;
  readonly admin: string | undefined;
  readonly gate?: Readonly<Record<string, string>>;
  readonly proxy: HttpProxy | undefined;
}

/** How somebody shows that they may. */
export interface Credentials {
  readonly key: string | undefined;
  readonly token?: string | undefined;
}

/** The plain HTTP side of a room, from Node. */
export function openRoom(requester: Requester, credentials: Credentials): RoomHttp {
  const { address, pass, admin, gate, proxy } = requester;
  return new RoomHttp({
    address,
    pass: pass.current,
    admin,
    gate,
    ...credentials,
    ...asking(address.origin, proxy),
  });
}

/** What the owner of a server may ask of it. */
export function openAdmin(origin: string, admin: string): AdminHttp {
  const { gate, proxy } = wayTo(origin);
  return new AdminHttp({ origin, admin, gate, ...asking(origin, proxy) });
}

/** A room, as the owner of its server sees it. */
export function openAdminsRoom(address: Address, admin: string): RoomHttp {
  const requester = { address, pass: { current: undefined }, admin, ...wayTo(address.origin) };
  return openRoom(requester, { key: undefined });
}

function wayTo(origin: string): Pick<Requester, "gate" | "proxy"> {
  const { env } = process;
  return { gate: gateHeaders({ env, origin, url: loadConfig(env).url }), proxy: proxyFor(origin, env) };
}

/** Says on standard error for what it waits. */
function asking(origin: string, proxy: HttpProxy | undefined): AskerOptions {
  const { host } = new URL(origin);
  return {
    exchange: exchangeThrough(proxy),
    now: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    waits: (delay) => tellDelay(delay, host),
  };
}

/** Says on standard error why something is tried again. */
export function tellDelay(delay: Delay, host: string): void {
  remark(sayDelay(delay, host));
}

function sayDelay(delay: Delay, host: string): string {
  const { server } = cliWords();
  switch (delay.why) {
    case "asked":
      return server.asksForPatience({ host, ms: delay.milliseconds });
    case "silence":
      return server.triesSilent(host);
    case "trouble":
      return server.triesInTrouble(host);
    default:
      return delay satisfies never;
  }
}

/** What a room has answered. Throws a Failure if it has not. */
export function met<Answer extends object | undefined>(answer: Answer | Unmet): Answer {
  if (answer !== undefined && isUnmet(answer)) throw failureOf(answer);
  return answer;
}

function failureOf(unmet: Unmet): Failure {
  if (unmet.unmet === "pages") {
    return new Failure(EXIT.failed, cliWords().read.nowhere);
  }
  const { origin, isPost, outcome, refusal, mayBeStored } = unmet;
  const message =
    outcome.type === "failed"
      ? networkTrouble(outcome.error, { origin })
      : answerTrouble({ status: outcome.status, refusal }, { origin });
  if (refusal?.problem === "no_pass") return new NotInvited(EXIT.refused, message);
  if (mayBeStored) return new Unanswered(EXIT.failed, message);
  if (isPost && refusal?.detail === "key_reused") return new KeyReused(EXIT.unsent, message);
  const isPaced = outcome.type === "answer" && outcome.status === 429;
  const code = refusal?.problem ?? (isPaced ? "rate_limited" : undefined);
  return new Failure(isPost ? exitCodeOf(code) : exitCodeWithoutSending(code), message);
}
