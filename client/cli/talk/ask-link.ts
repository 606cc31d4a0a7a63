import { claimsIn, partsOf } from "../../../src/protocol/pass.ts";
import { roomName } from "../../../src/protocol/room-name.ts";
import type { Address } from "../../core/address.ts";
import { type InvitationLink, isFor, readLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { cliWords } from "../words/words.ts";

/** Somebody at a terminal. */
export interface LinkAsking {
  /** Asks for something that is not shown. */
  readonly askUnseen: (label: string) => Promise<string | undefined>;
  readonly say: (sentence: string) => void;
}

/** Asks for an invitation to a room until there is one; undefined where they would rather leave. */
export async function askPass(
  { askUnseen, say }: LinkAsking,
  { origin, room }: Pick<Address, "origin" | "room">,
): Promise<string | undefined> {
  const { talk } = cliWords();
  for (;;) {
    const answer = (await askUnseen(talk.link))?.trim();
    if (answer === undefined) return undefined;
    // Some copy the pass alone.
    const link = partsOf(answer) ? { origin, pass: answer } : readLink(answer);
    if (isProblem(link)) say(sayProblem(link));
    else if (link.pass === undefined) say(talk.noPassInLink);
    else if (link.origin !== origin) {
      say(talk.linkElsewhere({ theirs: new URL(link.origin).host, host: new URL(origin).host }));
    } else {
      const claims = claimsIn(link.pass);
      if (claims === undefined || isFor(room, claims)) return link.pass;
      say(talk.linkForOthers({ rooms: claims.rooms ?? [], room }));
    }
  }
}

export interface WhereAsking extends LinkAsking {
  /** Asks for something that may be seen. */
  readonly ask: (label: string) => Promise<string | undefined>;
}

/** Asks where to, of somebody who has named no room. */
export async function askWhere({ askUnseen, ask, say }: WhereAsking): Promise<InvitationLink | undefined> {
  const { talk } = cliWords();
  for (;;) {
    const answer = (await askUnseen(talk.linkOrAddress))?.trim();
    if (answer === undefined) return undefined;
    const link = readLink(answer);
    if (isProblem(link)) say(sayProblem(link));
    else if (link.room !== undefined) return link;
    // What was not shown may be anything, and no host's name.
    else if (link.pass === undefined) say(talk.noLink);
    else {
      const room = await askRoom(ask, say);
      return room === undefined ? undefined : { ...link, room };
    }
  }
}

/** An invitation may be for all rooms. */
async function askRoom(ask: WhereAsking["ask"], say: LinkAsking["say"]): Promise<string | undefined> {
  for (;;) {
    const answer = await ask(cliWords().talk.room);
    if (answer === undefined) return undefined;
    const room = roomName(answer.trim());
    if (room !== undefined) return room;
    say(addressWords.address.badRoom);
  }
}
