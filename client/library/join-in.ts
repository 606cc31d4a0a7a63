import { randomClient, randomToken } from "../../src/protocol/identity.ts";
import { type Address, addressOf } from "../core/address.ts";
import type { Clock } from "../core/clock.ts";
import type { Connect } from "../core/connection/connection.ts";
import { createChat } from "../core/create-chat.ts";
import { readLink } from "../core/invited.ts";
import { type Problem as CoreProblem, isProblem, localProblem } from "../core/problem.ts";
import { addressWords } from "../core/words/address-words.ts";
import { arrive } from "./arrive.ts";
import { checked } from "./checked.ts";
import { type KeptRun, readKeptRun } from "./kept-run.ts";
import { PapoError } from "./papo-error.ts";
import { type BytesPost, RoomFiles } from "./room-files.ts";
import { RoomOnChat } from "./room-on-chat.ts";
import { RoomStay } from "./room-stay.ts";
import { toldProblem } from "./told-problem.ts";
import type { JoinOptions, JoinRoom } from "./types/join.ts";
import { libraryWords } from "./words/library-words.ts";

/** A way to a room. */
export interface WayIn {
  readonly connect: Connect;
  /** What the server said to the last attempt that opened nothing. */
  refusal(): CoreProblem | undefined;
  /** The same where it said nothing. */
  unreached(): PapoError;
  /** Sends a file by plain HTTP; rejects where nobody answers. */
  post(request: BytesPost): Promise<{ status: number; body: string }>;
}

/** What opens doors on that way. */
export interface DoorOpeners<Options extends JoinOptions> {
  readonly pass: string | undefined;
  readonly token: string;
  readonly options: Options;
}

/** What programs run on: Node, or a browser. */
export interface Platform<Options extends JoinOptions> {
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
  wayTo(address: Address, shown: DoorOpeners<Options>): WayIn;
  /** Told what a listener has thrown. */
  report(error: unknown): void;
}

/** How programs join rooms on a platform. */
export function joinIn<Options extends JoinOptions>(platform: Platform<Options>): JoinRoom<Options> {
  return async (url, options) => {
    // A program in JavaScript may have left them out.
    const given: Partial<JoinOptions> = options ?? {};
    const { signal, nick, key, admin, bot, history = false } = given;
    if (signal?.aborted) throw signal.reason;
    const { address, pass = given.pass } = addressIn(url, given);
    const { token: known, client, ...saved } = keptRunIn(given);
    const token = given.token ?? known;
    const identity = checked({ type: "join", nick, token, client, key, admin, bot });
    if (isProblem(identity)) throw new PapoError(toldProblem(identity));
    const { type: _, after: __, afterAt: ___, epoch: ____, ...who } = identity;
    const way = platform.wayTo(address, { pass, token, options });
    const { clock, random, report } = platform;
    const chat = createChat({ connect: way.connect, clock, random, ...who, token, client, saved });
    const stay = new RoomStay({ chat, clock, report, tellsOld: history || saved.after !== undefined });
    await arrive(chat, { signal, refusal: way.refusal, unreached: way.unreached });
    const abort = () => void stay.leave({ now: true });
    signal?.addEventListener("abort", abort, { once: true });
    void stay.ended.then(() => signal?.removeEventListener("abort", abort));
    const files = new RoomFiles({ address, keys: { token, key, pass, admin }, post: way.post });
    return new RoomOnChat({ stay, url: `${address.origin}/${address.room}`, files, self: { token, client } });
  };
}

/** The fragment of an address is for this side alone. */
function addressIn(url: unknown, options: Pick<JoinOptions, "pass">): { address: Address; pass?: string } {
  const written = typeof url === "object" && url !== null && "href" in url ? url.href : url;
  const link = readLink(typeof written === "string" ? written : "");
  if (isProblem(link)) throw new PapoError(toldProblem(link));
  const { origin, room } = link;
  const pass = options.pass ?? link.pass;
  if (room !== undefined) return { address: addressOf(origin, room), ...(pass !== undefined && { pass }) };
  const where = localProblem("bad_address", addressWords.address.noRoom(new URL(origin).host));
  throw new PapoError(toldProblem(where));
}

function keptRunIn({ saved }: Pick<JoinOptions, "saved">): KeptRun {
  if (saved === undefined) return { token: randomToken(), client: randomClient() };
  const run = readKeptRun(saved);
  if (run !== undefined) return run;
  throw new PapoError({ code: "bad_saved", message: libraryWords.problems.badSaved });
}
