import type { ByteSpan } from "./file-bytes.ts";
import { inBlocks } from "./in-blocks.ts";
import type { Intake } from "./intake.ts";

/** Bytes of a row, so that it is below 1 MiB with its key. */
const BLOCK = 1_048_000;

const TABLE =
  "CREATE TABLE IF NOT EXISTS blocks (file TEXT, n INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (file, n)) WITHOUT ROWID";

/** Stores bytes as they come, as fast as that may be, a row for each block of them. Returns how many rows. */
export async function storeBlocks(
  { sql }: DurableObjectStorage,
  file: string,
  { bytes, intake }: { readonly bytes: ReadableStream<Uint8Array>; readonly intake: Intake },
): Promise<number> {
  sql.exec(TABLE);
  let rows = 0;
  try {
    for await (const block of inBlocks(bytes, BLOCK)) {
      const wait = intake.take(block.length, Date.now());
      if (wait > 0) await scheduler.wait(wait);
      const whole = block.length === block.buffer.byteLength ? block.buffer : block.slice().buffer;
      sql.exec("INSERT INTO blocks (file, n, bytes) VALUES (?, ?, ?)", file, rows, whole);
      rows++;
    }
    return rows;
  } catch (error) {
    removeBlocks(sql, [file]);
    throw error;
  }
}

/** Reads a part of a file, block by block as somebody takes it. Undefined where there is no such file. */
export function readBlocks(
  sql: SqlStorage,
  file: string,
  { offset, length }: ByteSpan,
): ReadableStream<Uint8Array> | undefined {
  if (!hasTable(sql) || blockOf(sql, file, 0) === undefined) return undefined;
  let at = offset;
  const end = offset + length;
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      if (at >= end) return controller.close();
      const block = blockOf(sql, file, Math.floor(at / BLOCK));
      if (block === undefined) throw new Error("A block of a file is gone.");
      const from = at % BLOCK;
      const part = block.subarray(from, from + end - at);
      at += part.length;
      controller.enqueue(part);
    },
  });
}

export function removeBlocks(sql: SqlStorage, files: readonly string[]): void {
  if (hasTable(sql)) for (const file of files) sql.exec("DELETE FROM blocks WHERE file = ?", file);
}

function hasTable(sql: SqlStorage): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'blocks'").toArray().length > 0;
}

function blockOf(sql: SqlStorage, file: string, n: number): Uint8Array<ArrayBuffer> | undefined {
  const query = "SELECT bytes FROM blocks WHERE file = ? AND n = ?";
  const [row] = sql.exec<{ bytes: ArrayBuffer }>(query, file, n);
  return row && new Uint8Array(row.bytes);
}
