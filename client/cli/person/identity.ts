import { join } from "node:path";
import { randomToken, TOKEN } from "../../../src/protocol/identity.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Address } from "../../core/address.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type Environment, stateDirectory } from "./directories.ts";
import { folderName } from "./folder-name.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";

/** Which of this machine's profiles, and where. */
export interface ProfileInRoom {
  readonly env: Environment;
  readonly profile: string;
  readonly address: Address;
}

/** Somebody in one room: whoever says that nickname on this machine has that token. */
export interface KeptIdentity {
  readonly nick: string;
  readonly token: string;
}

/** Identities that are kept for one room; who was not used for longest is forgotten first. */
const KEPT = 500;

/** The folder of one profile in one room; undefined where nothing can be kept. */
export function personDirectory({ env, profile, address }: ProfileInRoom): string | undefined {
  const state = stateDirectory(env);
  return (
    state &&
    join(
      state,
      ...[profile, encodeURIComponent(address.origin), address.room].map((name) => folderName(name)),
    )
  );
}

/** The token of who goes by a nickname, made at random on first use. */
export function loadToken(place: ProfileInRoom, nick: string): string {
  return putFirst(place, (people) => ({ nick, token: named(people, nick)?.token ?? randomToken() }));
}

/** The token of a nickname, or of whom was used last; undefined if there is none yet. */
export function knownToken({
  nick,
  ...place
}: ProfileInRoom & { nick: string | undefined }): string | undefined {
  // Whoever only reads needs no home.
  const people = personDirectory(place) === undefined ? [] : read(fileOf(place));
  return (nick === undefined ? people[0] : named(people, nick))?.token;
}

/** The room has said what somebody is called. */
export function keepNick(place: ProfileInRoom, identity: KeptIdentity): void {
  putFirst(place, () => identity);
}

/** Gives a nickname the token of another client instead of its own. */
export function replaceToken(place: ProfileInRoom, identity: KeptIdentity): void {
  putFirst(place, () => identity, { instead: true });
}

/** Somebody who was used now comes before all others. Returns their token. */
function putFirst(
  place: ProfileInRoom,
  choose: (people: readonly KeptIdentity[]) => KeptIdentity,
  { instead = false } = {},
): string {
  const file = fileOf(place);
  const known = read(file);
  const chosen = choose(known);
  const isFirst = known[0]?.nick === chosen.nick && known[0].token === chosen.token;
  if (isFirst) return chosen.token;
  return exclusively(file, () => {
    const people = read(file);
    const first = choose(people);
    const others = people.filter(
      (other) => other.token !== first.token && !(instead && isNamed(other, first.nick)),
    );
    writePrivate(file, `${JSON.stringify({ people: [first, ...others].slice(0, KEPT) })}\n`);
    return first.token;
  });
}

function named(people: readonly KeptIdentity[], nick: string): KeptIdentity | undefined {
  return people.find((person) => isNamed(person, nick));
}

function isNamed(person: KeptIdentity, nick: string): boolean {
  return nickKey(person.nick) === nickKey(nick);
}

function fileOf(place: ProfileInRoom): string {
  const folder = personDirectory(place);
  if (folder !== undefined) return join(folder, "identity.json");
  throw new Failure(EXIT.failed, cliWords().person.noHome);
}

/** Who was used last comes first. */
function read(file: string): readonly KeptIdentity[] {
  const text = readPrivate(file);
  if (text === undefined) return [];
  const people = parse(text);
  if (people !== undefined) return people;
  throw new Failure(EXIT.failed, cliWords().person.damaged(file));
}

function parse(text: string): readonly KeptIdentity[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null || !("people" in json)) return undefined;
    const { people } = json;
    return Array.isArray(people) && people.every(isIdentity) ? people : undefined;
  } catch {
    return undefined;
  }
}

function isIdentity(value: unknown): value is KeptIdentity {
  if (typeof value !== "object" || value === null || !("nick" in value) || !("token" in value)) return false;
  return typeof value.nick === "string" && typeof value.token === "string" && TOKEN.test(value.token);
}
