import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type SecretsOptions, secretIn } from "./secrets.ts";

/** Lines that one variable may have. */
const MOST = 10;

/** `Name: value` (RFC 9110, section 5.5), in ASCII that can be seen. */
const LINE = /^([!#$%&'*+.^_`|~\w-]{1,64}):[ \t]*([\x20-\x7e]{1,4000}?)[ \t]*$/;

/** What papo itself says, or the connection: nobody sets these from outside. */
const OWN =
  /^(?:host|authorization|connection|upgrade|origin|te|trailer|transfer-encoding|expect|idempotency-key|(?:papo|sec|proxy|content|accept)(?:-.*)?)$/i;

/**
 * Headers for what stands in front of a server, such as the service token of Cloudflare Access: in
 * `PAPO_HEADERS`, one a line. They are secrets: for the servers that secrets are for, and shown nowhere.
 */
export function gateHeaders(options: SecretsOptions): Readonly<Record<string, string>> {
  const told = secretIn("PAPO_HEADERS", options);
  if (told === undefined || !("secret" in told)) return {};
  const lines = told.secret.split(/\r?\n/).filter((line) => line.trim() !== "");
  const headers = lines.map((line, index) => {
    const [, name, value] = LINE.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined && !OWN.test(name) && index < MOST)
      return [name, value] as const;
    // It is not shown: it is a secret, or near one.
    throw new Failure(EXIT.usage, cliWords().person.noHeader({ line: index + 1, most: MOST }));
  });
  return Object.fromEntries(headers);
}
