import type { Address } from "../../core/address.ts";
import { type HttpProxy, proxyFor } from "../net/proxy/proxy.ts";
import { gateHeaders } from "../person/gate-headers.ts";
import { KeptPass } from "../person/pass.ts";
import type { Call } from "../shell/call.ts";
import { loadConfig } from "../shell/config.ts";
import { hideArguments } from "../shell/settings.ts";
import { linkOf, whereOf } from "../shell/where.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";

/** Which server is looked at, and what is shown at its door. */
export interface Patient {
  readonly address: Address;
  /** Whether somebody has named a room of it. */
  readonly hasRoom: boolean;
  readonly proxy: HttpProxy | undefined;
  readonly gate: Readonly<Record<string, string>>;
  readonly pass: KeptPass;
}

/** A room that every server has, or would have. */
const SOME_ROOM = "lobby";

/** Settles what to look at. What is given is kept nowhere. */
export function patientOf(call: Call): Patient {
  const { env } = process;
  const { url } = loadConfig(env);
  const { link } = linkOf(call, { env, url });
  const { address, invitation } = whereOf(call, { env, url, link: undefined, room: SOME_ROOM });
  if (invitation?.from === "argument") {
    hideArguments();
    remark(cliWords().person.passInArguments);
  }
  const profile = env.PAPO_PROFILE || "default";
  const pass = new KeptPass({ env, profile, address }, invitation?.pass);
  pass.seek();
  return {
    address,
    hasRoom: link.room !== undefined,
    proxy: proxyFor(address.origin, env),
    gate: gateHeaders({ env, origin: address.origin, url }),
    pass,
  };
}
