import { cliWords } from "../../words/words.ts";
import type { HttpProxy } from "./proxy.ts";
import type { ProxyAnswer } from "./proxy-failure.ts";

/** A scheme that a header names first, or behind a comma. */
const SCHEME = /(?:^|,)\s*([A-Za-z][A-Za-z0-9-]{1,20})(?=[\s,]|$)/g;

/** Why a proxy lets nobody through to a server, in a sentence that says what to do. */
export function answerOfProxy(
  {
    proxy: { variable, host: proxy, authorization },
    answer: { status, challenge },
  }: { proxy: HttpProxy; answer: ProxyAnswer },
  host: string,
): string {
  const words = cliWords().proxy;
  const name = { variable, proxy, host, status };
  switch (status) {
    case 407: {
      const schemes = Array.from(challenge.matchAll(SCHEME), ([, scheme = ""]) => scheme);
      const [scheme] = schemes;
      const isBasic = scheme === undefined || schemes.some((each) => each.toLowerCase() === "basic");
      if (!isBasic) return words.otherSignIn({ ...name, scheme });
      return authorization === undefined ? words.wantsPassword(name) : words.refusesPassword(name);
    }
    case 401:
    case 403:
    case 451:
      return words.forbids(name);
    case 500:
    case 502:
    case 503:
    case 504:
      return words.cannotReach(name);
    default:
      return words.noProxy(name);
  }
}
