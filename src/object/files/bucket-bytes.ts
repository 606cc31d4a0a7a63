import type { ByteSpan, FileBytes, FileKey } from "./file-bytes.ts";
import { inBlocks } from "./in-blocks.ts";

/** Bytes of a part of what comes without its size: the least that R2 takes, but of the last. */
const PART = 5_242_880;

/** Objects that R2 lists, and deletes, at a time. */
const PAGE = 1_000;

/** Keeps files in an R2 bucket, as `{shelf}/{id}`. */
export class BucketBytes implements FileBytes {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  async put(key: FileKey, bytes: ReadableStream<Uint8Array>, size: number | undefined): Promise<number> {
    if (size === undefined) await this.#putInParts(nameOf(key), bytes);
    else await this.#bucket.put(nameOf(key), bytes);
    return 0;
  }

  async get(key: FileKey, span: ByteSpan): Promise<ReadableStream<Uint8Array> | undefined> {
    const object = await this.#bucket.get(nameOf(key), { range: span });
    return object?.body;
  }

  async remove(shelf: string, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += PAGE)
      await this.#bucket.delete(ids.slice(from, from + PAGE).map((id) => nameOf({ shelf, id })));
  }

  async clear(shelf: string): Promise<void> {
    for (let more = true; more; ) {
      const listed = await this.#bucket.list({ prefix: `${shelf}/`, limit: PAGE });
      if (listed.objects.length > 0) await this.#bucket.delete(listed.objects.map(({ key }) => key));
      more = listed.truncated;
    }
  }

  /** A bucket takes a stream of known size only; parts of it have one. */
  async #putInParts(name: string, bytes: ReadableStream<Uint8Array>): Promise<void> {
    const upload = await this.#bucket.createMultipartUpload(name);
    try {
      const parts: R2UploadedPart[] = [];
      for await (const part of inBlocks(bytes, PART))
        parts.push(await upload.uploadPart(parts.length + 1, part));
      await upload.complete(parts);
    } catch (error) {
      await upload.abort();
      throw error;
    }
  }
}

function nameOf({ shelf, id }: FileKey): string {
  return `${shelf}/${id}`;
}
