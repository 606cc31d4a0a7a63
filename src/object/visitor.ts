import type { Visitor } from "../room/access.ts";
import { secrets } from "./secrets.ts";

/** Who calls by plain HTTP, as the request tells. */
export interface Caller {
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly address: string | undefined;
}

/** A caller without a token is known by their network address alone. */
export function visitorOf(caller: Caller, hash: (address: string | undefined) => string): Visitor {
  const address = hash(caller.address);
  const uid = secrets.uidOf(caller.token ?? `anonymous ${address}`);
  return { uid, address, key: caller.key };
}
