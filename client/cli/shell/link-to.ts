import { roomName } from "../../../src/protocol/room-name.ts";
import { type InvitationLink, readLink } from "../../core/invited.ts";
import { localProblem, type Problem } from "../../core/problem.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { cliWords } from "../words/words.ts";

const badRoom = () => localProblem("bad_address", addressWords.address.badRoom);

/** Reads where somebody wants to go: an address; or a room's name for short, of a server that is known. */
export function linkTo(written: string, origin: string | undefined): InvitationLink | Problem {
  const room = roomName(written.trim());
  // An address has a dot, a colon or a slash.
  const isName = written.trim() !== "" && !/[.:/\\]|^p1\./.test(written);
  if (room === undefined) return isName ? badRoom() : readLink(written);
  if (origin !== undefined) return { origin, room, pass: undefined };
  return localProblem("bad_address", cliWords().shell.whichServer(room));
}
