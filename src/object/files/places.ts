import type { FilePlace } from "../../room/state/store.ts";
import { BucketBytes } from "./bucket-bytes.ts";
import type { FileBytes } from "./file-bytes.ts";
import { ObjectBytes } from "./object-bytes.ts";

/** Where a deployment keeps files. New ones go to the first; older ones may lie in an object still, where a bucket was bound later. */
export function placesIn({ FILES }: Env): readonly [FilePlace, ...FilePlace[]] {
  return FILES === undefined ? ["object"] : ["bucket", "object"];
}

/** What keeps the bytes at a place. Those of before a bucket was bound stay where they are. */
export function bytesAt(place: FilePlace, { FILES, FILE_STORE }: Env): FileBytes {
  if (place === "object") return new ObjectBytes(FILE_STORE);
  if (FILES === undefined) throw new Error("Files of this room lie in a bucket, and FILES is not bound.");
  return new BucketBytes(FILES);
}
