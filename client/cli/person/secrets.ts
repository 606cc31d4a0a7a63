import { readFileSync } from "node:fs";
import { isPassphrase } from "../../../src/protocol/passphrase.ts";
import { parseAddress } from "../../core/address.ts";
import { isProblem } from "../../core/problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { decodeText } from "../text/decode.ts";
import { cliWords } from "../words/words.ts";
import type { Environment } from "./directories.ts";

/** Servers that are told in a sentence. */
const SHOWN = 3;
/** A scheme and a host, and what may come behind them. */
const BEHIND_HOST = /^((?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*).*$/is;
/** A host's name or number, in the form that `URL` gives it: no pattern, for none is understood. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

/** Where a variable's secret may go. */
export interface SecretsOptions {
  readonly env: Environment;
  /** The server's. */
  readonly origin: string;
  /** The config file's. */
  readonly url: string | undefined;
}

/** What a variable holds, or why that is not told to this server. */
export type Secret = { readonly secret: string } | { readonly withheld: string };

/** The secret in a variable, for the server that it is meant for; whoever names another gets it not told. */
export function secretIn(
  variable: "PAPO_KEY" | "PAPO_ADMIN_TOKEN" | "PAPO_HEADERS",
  { env, origin, url }: SecretsOptions,
): Secret | undefined {
  // Windows tools put a byte order mark before what they write, and a newline behind.
  const secret = env[variable]?.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
  if (!secret) return undefined;
  const named = serversIn(env.PAPO_SECRETS_FOR ?? "");
  const origins = [...named, ...[env.PAPO_URL ?? "", url ?? ""].flatMap((room) => originOf(room) ?? [])];
  if (origins.includes(origin)) return { secret };
  const host = shortened(origin);
  // Who has said so for which server wants it to go to no other, and knows.
  if (named.length > 0) {
    const others = named.slice(0, SHOWN).map(shortened);
    return { withheld: cliWords().person.secretWithheld({ variable, others, host }) };
  }
  throw new Failure(EXIT.usage, cliWords().person.secretForWhom({ variable, host }));
}

/** The passphrase in a file. */
export function passphraseIn(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Failure(EXIT.key, cliWords().system.cannotReadPassphrase({ file, code: codeOf(error) }));
  }
  const text = decodeText(bytes);
  if (typeof text !== "string") {
    throw new Failure(EXIT.key, cliWords().system.undecodableFile({ file, ...text }));
  }
  // The newline belongs to the file.
  return text.replace(/\r?\n$/, "");
}

/** A passphrase that a room may have; of any other, no word is said but that: `no` says so, and where it was given. */
export function checkedPassphrase(key: string | undefined, no: string): string | undefined {
  if (key === undefined || isPassphrase(key)) return key;
  throw new Failure(EXIT.key, no);
}

/** The servers of a list, by their origins. Of a room's address its server counts. */
function serversIn(list: string): string[] {
  const written = list.split(/[\s,]+/).filter((server) => server !== "");
  return written.map((server, index) => {
    const origin = originOf(server.replace(BEHIND_HOST, "$1/room"));
    if (origin !== undefined) return origin;
    // It is not shown: somebody may have put a secret here.
    const { noServer, noServerAt } = cliWords().person;
    throw new Failure(EXIT.usage, written.length === 1 ? noServer : noServerAt(index + 1));
  });
}

function originOf(room: string): string | undefined {
  const address = parseAddress(room);
  return !isProblem(address) && HOST.test(new URL(address.origin).hostname) ? address.origin : undefined;
}

/** An origin as a person writes it. */
export function shortened(origin: string): string {
  return origin.replace(/^https:\/\//, "");
}
