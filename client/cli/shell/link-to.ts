import { roomName } from "../../../src/protocol/room-name.ts";
import { type InvitationLink, readLink } from "../../core/invited.ts";
import { localProblem, type Problem } from "../../core/problem.ts";
import { cliWords } from "../words/words.ts";

/** Reads where somebody wants to go: an address; or a room's name for short, of a server that is known. */
export function linkTo(written: string, origin: string | undefined): InvitationLink | Problem {
  const room = roomName(written.trim());
  if (room === undefined) return readLink(written);
  if (origin !== undefined) return { origin, room, pass: undefined };
  return localProblem("bad_address", cliWords().shell.whichServer(room));
}
