import * as v from "valibot";
import { roomName } from "./room-name.ts";

/** The header that carries a pass. */
export const PASS_HEADER = "Papo-Pass";

/** The header that carries the admin token. */
export const ADMIN_HEADER = "Papo-Admin";

/** Begins the subprotocol by which a browser, which sets no header for a WebSocket, offers its pass. It is never chosen. */
export const PASS_PROTOCOL = "papo.pass.";

/** Characters of a pass, at most. */
const LONGEST = 1_024;

/** `p1.` + base64url of the claims as JSON + `.` + base64url of an HMAC-SHA256 of all before that point. */
const FORM = /^(p1\.([A-Za-z0-9_-]+))\.([A-Za-z0-9_-]{43})$/;

/** What a pass says of itself. */
export const claims = v.object({
  /** 12 of `A-Za-z0-9_-`, told apart from all others. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{12}$/)),
  /** From when on it is good no more, in seconds since 1970. */
  exp: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The rooms that it is for; without, all. */
  rooms: v.exactOptional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.check((name) => roomName(name) === name),
        ),
      ),
      v.minLength(1),
    ),
  ),
  /** Whether its bearer may make rooms. */
  make: v.exactOptional(v.boolean()),
  /** Whether it is for one person, in each room the first who comes with it. */
  one: v.exactOptional(v.boolean()),
});

export type Claims = v.InferOutput<typeof claims>;

/** A pass in its parts, none of which is checked yet. */
export interface PassParts {
  /** What is signed. */
  readonly signed: string;
  /** The claims, as base64url. */
  readonly claims: string;
  /** As base64url. */
  readonly signature: string;
}

/** Takes a pass apart; undefined for what is none by its form alone. */
export function partsOf(pass: string): PassParts | undefined {
  if (pass.length > LONGEST) return undefined;
  const [, signed, claims, signature] = FORM.exec(pass) ?? [];
  if (signed === undefined || claims === undefined || signature === undefined) return undefined;
  return { signed, claims, signature };
}

/** What a pass says of itself, signed by whomever; undefined where that can't be read. */
export function claimsIn(pass: string): Claims | undefined {
  const said = partsOf(pass)?.claims;
  const read = said === undefined ? undefined : v.safeParse(claims, decoded(said));
  return read?.success ? read.output : undefined;
}

function decoded(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The address of a room's page, or of the first, with a pass in its fragment, which no server is told. */
export function invitationLink(origin: string, room: string | undefined, pass: string): string {
  return `${origin}/${room ?? ""}#pass=${pass}`;
}

/** The pass in the fragment of an address, if there is one. */
export function passIn(fragment: string): string | undefined {
  const pass = new URLSearchParams(fragment.replace(/^#/, "")).get("pass") ?? undefined;
  return pass !== undefined && partsOf(pass) ? pass : undefined;
}
