/** A part of a file: from a byte on, so many of them. */
export interface ByteSpan {
  readonly offset: number;
  readonly length: number;
}

/** Where a file's bytes lie: on the shelf of its room. */
export interface FileKey {
  readonly shelf: string;
  readonly id: string;
}

/** What keeps the bytes of files. All of them stream: no file is ever whole in memory. */
export interface FileBytes {
  /**
   * Stores what comes, all of it or nothing: rejects where it stops coming. `size`: its bytes, where that is known; then
   * it is a `FixedLengthStream` of so many. Returns how many rows were written.
   */
  put(key: FileKey, bytes: ReadableStream<Uint8Array>, size: number | undefined): Promise<number>;
  /** Undefined where there is nothing under that key. */
  get(key: FileKey, span: ByteSpan): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Removes the bytes of files, those that are not there too. */
  remove(shelf: string, ids: readonly string[]): Promise<void>;
  /** Removes all on a shelf. */
  clear(shelf: string): Promise<void>;
}
