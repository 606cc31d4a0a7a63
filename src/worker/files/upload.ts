import type { Caller } from "../../object/callers.ts";
import type { FileBytes } from "../../object/files/file-bytes.ts";
import { bytesAt } from "../../object/files/places.ts";
import { log } from "../../object/log.ts";
import type { RoomObject } from "../../object/room-object.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import type { SharedFile } from "../../protocol/event.ts";
import type { Berth, FileArrival } from "../../room/http/upload.ts";
import { timeFor } from "../../room/state/files.ts";
import { askRoom, TRIES } from "../ask-room.ts";
import { checkEncoding } from "../read-body.ts";
import { Probe } from "./probe.ts";

/** What is needed to take a file in. */
interface Uploading {
  readonly env: Env;
  readonly room: string;
  readonly caller: Caller;
  readonly request: Request;
  readonly name: string;
}

/** What came of the bytes: written to so many rows elsewhere. */
interface Received {
  readonly arrival: FileArrival;
  readonly rows: number;
  /** Why it has come to nothing. */
  readonly refusal?: Refusal;
}

/** Bytes that are passed on at a time: each time costs as much as handing over so many. */
const PIECE = 65_536;

const UNLIKE_LENGTH = refuseAs("file_unlike_length");

/** Takes a file in: asks the room for a place, has the bytes stored as they come, and tells the room what came. */
export async function upload({ env, room, caller, request, name }: Uploading): Promise<SharedFile | Refusal> {
  const ask = <Answer>(question: (stub: DurableObjectStub<RoomObject>) => Promise<Answer>, tries: number) =>
    askRoom(() => question(env.ROOM.getByName(room)), tries);
  const wrong = checkEncoding(request);
  if (wrong) return wrong;
  const size = lengthOf(request);
  if (isRefusal(size)) return size;
  const offer = { name, size: request.body ? size : 0 };
  // A second place would be kept free for nothing.
  const berth = await ask(async (stub): Promise<Berth | Refusal> => await stub.offerFile(caller, offer), 1);
  if (isRefusal(berth)) return berth;
  const to = bytesAt(berth.place, env);
  const { arrival, rows, refusal } = await receive(request, berth, { size, to });
  const settled = await ask(
    async (stub): Promise<SharedFile | Refusal> => await stub.settleFile(berth.id, arrival, rows),
    TRIES,
  );
  // The room was erased meanwhile: whoever cleared its shelf may not have seen these.
  if (isRefusal(settled) && arrival.arrived) await to.remove(berth.shelf, [berth.id]);
  return refusal ?? settled;
}

/** The bytes that are announced; undefined where nobody says. */
function lengthOf({ headers }: Request): number | undefined | Refusal {
  const length = headers.get("Content-Length");
  if (length === null) return undefined;
  return /^\d{1,15}$/.test(length) ? Number(length) : UNLIKE_LENGTH;
}

/** Has the bytes stored as they come, and looks at them. */
async function receive(
  { body }: Request,
  berth: Berth,
  { size, to }: { readonly size: number | undefined; readonly to: FileBytes },
): Promise<Received> {
  const { readable, writable } =
    size === undefined ? new IdentityTransformStream() : new FixedLengthStream(size);
  const storing = to.put(berth, readable, size).then(
    (rows) => ({ rows, error: undefined }),
    (error: unknown) => ({ rows: 0, error }),
  );
  const probe = new Probe();
  const writer = writable.getWriter();
  const wrong = (await passOn(body, writer, { probe, most: berth.most })) ?? faultOf(probe, berth, size);
  await (wrong ? writer.abort(wrong.message) : writer.close()).catch(() => {});
  const { rows, error } = await storing;
  const refusal = wrong ?? (error === undefined ? undefined : refuse("internal"));
  if (error !== undefined && refusal?.refused === "internal") log("error", { error });
  const received = Math.min(probe.received, berth.most);
  if (refusal) return { arrival: { arrived: false, received }, rows, refusal };
  return { arrival: { arrived: true, size: received, ...probe.found() }, rows };
}

/** Passes bytes on until there are no more, too many, or nobody takes them. Refuses what is cut off. */
async function passOn(
  body: ReadableStream<Uint8Array> | null,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  { probe, most }: { readonly probe: Probe; readonly most: number },
): Promise<Refusal | undefined> {
  const reader = body?.getReader({ mode: "byob" });
  const since = Date.now();
  for (;;) {
    const patience = timeFor(probe.received) - (Date.now() - since);
    const next = await within(patience, reader?.readAtLeast(PIECE, new Uint8Array(PIECE)));
    if (next === undefined) return refuseAs("body_cut");
    if (!next.value || next.value.length === 0) return undefined;
    probe.take(next.value);
    if (probe.received > most) {
      // What else comes, who serves may read: a proxy that is still sending would lose the answer.
      reader?.releaseLock();
      return undefined;
    }
    const isTaken = await writer.write(next.value).then(
      () => true,
      () => false,
    );
    if (!isTaken) return refuse("internal");
  }
}

/** What something comes to within so many ms; undefined where it fails, or takes longer. */
async function within<Value>(
  milliseconds: number,
  work: Promise<Value> | undefined,
): Promise<Value | undefined> {
  let stop = () => {};
  const late = new Promise<undefined>((resolve) => {
    const timer = setTimeout(resolve, milliseconds, undefined);
    stop = () => clearTimeout(timer);
  });
  const done = await Promise.race([work?.catch(() => undefined), late]);
  stop();
  return done;
}

/** What is wrong with a file of which nothing more comes. */
function faultOf(
  { received }: Probe,
  { most, refusal }: Berth,
  size: number | undefined,
): Refusal | undefined {
  if (size !== undefined) return received === size ? undefined : UNLIKE_LENGTH;
  if (received === 0) return refuseAs("file_empty");
  return received > most ? refusal : undefined;
}
