import { readFileSync } from "node:fs";
import { isPassphrase, PASSPHRASE_RULE } from "../../src/protocol/passphrase.ts";
import { type Address, parseAddress } from "../core/address.ts";
import { isProblem } from "../core/problem.ts";
import { decodeText } from "./decode.ts";
import type { Environment } from "./directories.ts";
import { EXIT } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { systemTrouble } from "./system-trouble.ts";

/** Where a variable's secret may go. */
export interface SecretsOptions {
  readonly env: Environment;
  readonly address: Address;
  /** The config file's. */
  readonly url: string | undefined;
}

/** The secret in a variable, for the server that it is meant for; whoever names another gets it not told. */
export function secretIn(
  variable: "PAPO_KEY" | "PAPO_ADMIN_TOKEN",
  options: SecretsOptions,
): string | undefined {
  const { env, address } = options;
  // Windows tools put a byte order mark before what they write, and a newline behind.
  const secret = env[variable]?.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
  if (!secret) return undefined;
  if (originsOf(options).includes(address.origin)) return secret;
  // Who has said so for which server wants it to go to no other, and knows.
  if (env.PAPO_SECRETS_FOR) return undefined;
  const host = address.origin.replace(/^https:\/\//, "");
  throw new Failure(
    EXIT.usage,
    `${variable} is set, but not for which server. If it is for this one, set PAPO_SECRETS_FOR=${host} too.`,
  );
}

/** The passphrase in a file. */
export function passphraseIn(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Failure(EXIT.key, `Cannot read the passphrase in ${file}: ${systemTrouble(error)}.`);
  }
  const text = decodeText(bytes);
  if (typeof text !== "string") throw new Failure(EXIT.key, `${file} ${text.trouble}.`);
  // The newline belongs to the file.
  return text.replace(/\r?\n$/, "");
}

/** A passphrase that a room may have; of any other, no word is said but that. `from` says where it was given. */
export function checkedPassphrase(key: string | undefined, from: string): string | undefined {
  if (key === undefined || isPassphrase(key)) return key;
  throw new Failure(EXIT.key, `What is given ${from} is no room's passphrase. ${PASSPHRASE_RULE}`);
}

function originsOf({ env, url }: SecretsOptions): string[] {
  const hosts = (env.PAPO_SECRETS_FOR ?? "").split(",").map((host) => host.trim());
  const rooms = [env.PAPO_URL ?? "", url ?? "", ...hosts.map((host) => `${host.replace(/\/+$/, "")}/room`)];
  return rooms.map(parseAddress).flatMap((room) => (isProblem(room) ? [] : room.origin));
}
