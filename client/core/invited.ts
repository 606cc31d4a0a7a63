import { type Claims, passIn } from "../../src/protocol/pass.ts";
import { parseServer } from "./address.ts";
import { isProblem, localProblem, type Problem } from "./problem.ts";
import { addressWords } from "./words/address-words.ts";

/** An address, and the invitation that may stand in its fragment. */
export interface InvitationLink {
  readonly origin: string;
  /** Undefined where the address names none. */
  readonly room: string | undefined;
  readonly pass: string | undefined;
}

/** Reads a link as somebody was given it. The fragment never becomes a part of an address. */
export function readLink(written: string): InvitationLink | Problem {
  const [address = "", ...behind] = written.trim().split("#");
  const fragment = behind.join("#");
  // Whoever has lost a part of it on the way had better know; and what may be a secret must not become a host's name.
  if (/^p1\./i.test(address)) return localProblem("bad_address", addressWords.address.cutPass);
  const server = parseServer(address);
  if (isProblem(server)) return server;
  const pass = passIn(fragment);
  if (pass === undefined && /(?:^|&)pass=/i.test(fragment))
    return localProblem("bad_address", addressWords.address.cutPass);
  return { ...server, pass };
}

/** Whether a pass is for a room, as far as it says itself. */
export function isFor(room: string, { rooms }: Claims): boolean {
  return rooms === undefined || rooms.includes(room);
}
