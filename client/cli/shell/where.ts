import { claimsIn } from "../../../src/protocol/pass.ts";
import { type Address, addressOf } from "../../core/address.ts";
import { type InvitationLink, isFor, readLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { linkTo } from "./link-to.ts";

/** Which room a call is about. */
export interface Where {
  readonly address: Address;
  /** What is left of the arguments behind the address. */
  readonly words: readonly string[];
  /** The invitation that this run was given. `typed`: unseen; `variable`: it is there in each run. */
  readonly invitation:
    | { readonly pass: string; readonly from: "argument" | "typed" | "variable" }
    | undefined;
}

export interface WhereOptions {
  readonly env: Environment;
  /** The config file's. */
  readonly url: string | undefined;
  /** What somebody has typed where no address was given. */
  readonly link: InvitationLink | undefined;
  /** The room that is meant where an address names none; without it, one must. */
  readonly room?: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Finds the room of a call. Throws a Failure where there is none. */
export function whereOf(call: Call, { link, room, ...known }: WhereOptions): Where {
  if (link !== undefined) {
    const address = withRoom(link, room);
    const invitation = given(link.pass, "typed") ?? given(passFor(address, linkIn(known.env)), "variable");
    return { address, words: call.positionals, invitation };
  }
  const { link: found, words, from, other } = linkOf(call, known);
  const address = withRoom(found, room);
  const invitation = given(found.pass, from) ?? given(passFor(address, other), "variable");
  return { address, words, invitation };
}

/** The address that a call is about, which may be that of a server. */
export interface FoundLink extends Pick<Where, "words"> {
  readonly link: InvitationLink;
  readonly from: "argument" | "variable";
  /** What PAPO_LINK has. */
  readonly other: InvitationLink | undefined;
}

export function linkOf(call: Call, { env, url }: Pick<WhereOptions, "env" | "url">): FoundLink {
  const other = linkIn(env);
  const known = other === undefined ? env.PAPO_URL || url : "";
  const { written, words, isArgument } = splitAddress(call, known);
  if (other !== undefined && !isArgument) return { link: other, words, from: "variable", other };
  const link =
    isArgument && call.takes === "addresses" ? linkTo(written, originIn({ env, url })) : readLink(written);
  if (isProblem(link)) {
    const told = { written: shown(written), why: sayProblem(link) };
    throw new Failure(EXIT.usage, cliWords().shell.badAddress(told));
  }
  return { link, words, from: isArgument ? "argument" : "variable", other };
}

/** The server that is meant where a room is named without one. */
export function originIn({ env, url }: Pick<WhereOptions, "env" | "url">): string | undefined {
  const pass = linkIn(env);
  const link = pass ?? readLink(env.PAPO_URL || url || "");
  return isProblem(link) ? undefined : link.origin;
}

/** Whether a call says which room it is about, or its surroundings do. */
export function isSomewhere({ positionals }: Call, { env, url }: Pick<WhereOptions, "env" | "url">): boolean {
  return positionals.length > 0 || Boolean(env.PAPO_LINK || env.PAPO_URL || url);
}

/** The link in PAPO_LINK. What it holds is never shown. */
function linkIn({ PAPO_LINK: written }: Environment): InvitationLink | undefined {
  if (!written) return undefined;
  const link = readLink(written);
  if (!isProblem(link) && link.pass !== undefined) return link;
  throw new Failure(EXIT.usage, cliWords().person.noInvitation);
}

/** It is told to no other server than its own, and to no room that it does not name. */
function passFor({ origin, room }: Address, link: InvitationLink | undefined): string | undefined {
  if (link?.pass === undefined || link.origin !== origin) return undefined;
  const claims = claimsIn(link.pass);
  return claims !== undefined && isFor(room, claims) ? link.pass : undefined;
}

function given(pass: string | undefined, from: "argument" | "typed" | "variable"): Where["invitation"] {
  return pass === undefined ? undefined : { pass, from };
}

function withRoom({ origin, room: named }: InvitationLink, otherwise: string | undefined): Address {
  const room = named ?? otherwise;
  if (room !== undefined) return addressOf(origin, room);
  throw new Failure(EXIT.usage, addressWords.address.noRoom(new URL(origin).host));
}

/** With an address known, only what is surely one is taken for another: `papo send see a/b` sends `see a/b`. */
function splitAddress(
  { positionals, takes }: Call,
  known: string | undefined,
): { written: string; words: readonly string[]; isArgument: boolean } {
  const [first, ...rest] = positionals;
  if (
    first !== undefined &&
    (takes === "address" || takes === "addresses" || known === undefined || SCHEME.test(first))
  ) {
    return { written: first, words: rest, isArgument: true };
  }
  if (known !== undefined) return { written: known, words: positionals, isArgument: false };
  throw new Failure(EXIT.usage, cliWords().shell.whichRoom);
}
