import { join } from "node:path";
import { randomToken, TOKEN } from "../../src/protocol/identity.ts";
import type { Address } from "../core/address.ts";
import { type Environment, stateDirectory } from "./directories.ts";
import { EXIT } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { createPrivate, readPrivate, writePrivate } from "./private-file.ts";

/** Which of this machine's people, and where. */
export interface Place {
  readonly env: Environment;
  readonly profile: string;
  readonly address: Address;
}

/** The folder of one person in one room. */
export function personDirectory({ env, profile, address }: Place): string {
  return join(stateDirectory(env), profile, encodeURIComponent(address.origin), address.room);
}

/** The person's token, made at random on first use. */
export function loadToken(place: Place): string {
  const file = tokenFile(place);
  const known = readPrivate(file);
  if (known !== undefined) return parse(file, known);
  const token = randomToken();
  if (createPrivate(file, serialize(token))) return token;
  // Another papo of the same person was started at the same time.
  return parse(file, readPrivate(file) ?? "");
}

/** Goes on as another person from now on. */
export function saveToken(place: Place, token: string): void {
  writePrivate(tokenFile(place), serialize(token));
}

function tokenFile(place: Place): string {
  return join(personDirectory(place), "identity.json");
}

function serialize(token: string): string {
  return `${JSON.stringify({ token })}\n`;
}

function parse(file: string, text: string): string {
  const { token } = parseObject(text);
  if (typeof token === "string" && TOKEN.test(token)) return token;
  throw new Failure(
    EXIT.failed,
    `${file} is damaged, and with it who you are in this room. Restore it; or delete it, to come as a new person.`,
  );
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
