import { base64url } from "../../protocol/identity.ts";
import type { VapidKeys } from "../../room/report.ts";
import { fromBase64url, utf8 } from "./bytes.ts";

const ES256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** Milliseconds for which a token is good, and for which it is used: services take none of more than a day. */
const GOOD = 12 * 3_600_000;
const USED = GOOD / 2;

/** Tokens that are kept: one for each service, and for each name under which people come here. */
const MOST_TOKENS = 50;

/** Who asks whom. */
interface Introduced {
  /** The push service's origin. */
  readonly to: string;
  /** Whom it may turn to; "" where nobody is known. */
  readonly contact: string;
}

/** Says to push services who pushes (RFC 8292), with one token for all that one of them is sent. */
export class Vapid {
  readonly #keys: VapidKeys;
  readonly #signing: Promise<CryptoKey>;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(keys: VapidKeys) {
    this.#keys = keys;
    const [x, y] = [keyPart(keys, 1), keyPart(keys, 33)];
    const jwk = { kty: "EC", crv: "P-256", x, y, d: keys.secret };
    this.#signing = crypto.subtle.importKey("jwk", jwk, ES256, false, ["sign"]);
    // Whoever signs hears of it.
    this.#signing.catch(() => {});
  }

  /** What stands in `Authorization`. `now` is in ms since 1970. */
  async authorization(introduced: Introduced, now: number): Promise<string> {
    return `vapid t=${await this.#token(introduced, now)}, k=${this.#keys.key}`;
  }

  async #token({ to, contact }: Introduced, now: number): Promise<string> {
    const name = `${to} ${contact}`;
    const known = this.#tokens.get(name);
    if (known && now < known.until && now >= known.until - USED) return known.token;
    const exp = Math.floor((now + GOOD) / 1_000);
    const claims = { aud: to, exp, ...(contact !== "" && { sub: contact }) };
    const signed = [{ typ: "JWT", alg: "ES256" }, claims]
      .map((part) => base64url(utf8(JSON.stringify(part))))
      .join(".");
    const signature = await crypto.subtle.sign(ES256, await this.#signing, utf8(signed));
    const token = `${signed}.${base64url(new Uint8Array(signature))}`;
    if (this.#tokens.size >= MOST_TOKENS) this.#tokens.clear();
    this.#tokens.set(name, { token, until: now + USED });
    return token;
  }
}

/** 32 bytes of the public key, from one on. */
function keyPart({ key }: VapidKeys, from: number): string {
  return base64url(fromBase64url(key).slice(from, from + 32));
}
