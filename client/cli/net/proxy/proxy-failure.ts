import type { IncomingMessage } from "node:http";
import type { HttpProxy } from "./proxy.ts";

/** What a proxy has answered instead of letting somebody through. */
export interface ProxyAnswer {
  readonly status: number;
  /** `Proxy-Authenticate`: how one may sign in. */
  readonly challenge: string;
}

/** A proxy was not reached, or lets nobody through. */
export class ProxyFailure extends Error {
  readonly proxy: HttpProxy;
  /** Undefined where it has not answered; then `cause` tells why. */
  readonly answer: ProxyAnswer | undefined;

  constructor(proxy: HttpProxy, why: { answer: ProxyAnswer } | { cause: Error }) {
    super(undefined, "cause" in why ? why : undefined);
    this.proxy = proxy;
    this.answer = "answer" in why ? why.answer : undefined;
  }
}

/** An answer of the proxy itself, which lets nobody through. */
export function proxyRefusal(proxy: HttpProxy, { statusCode = 0, headers }: IncomingMessage): ProxyFailure {
  const challenge = headers["proxy-authenticate"] ?? "";
  return new ProxyFailure(proxy, { answer: { status: statusCode, challenge } });
}
