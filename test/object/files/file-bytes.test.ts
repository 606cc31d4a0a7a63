import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { BucketBytes } from "../../../src/object/files/bucket-bytes.ts";
import type { ByteSpan, FileBytes, FileKey } from "../../../src/object/files/file-bytes.ts";
import { ObjectBytes } from "../../../src/object/files/object-bytes.ts";
import { numbered } from "./numbered.ts";

const SIDES: readonly [string, FileBytes][] = [
  ["an object's rows", new ObjectBytes(env.FILE_STORE)],
  ["a bucket", new BucketBytes(env.BUCKET)],
];

let count = 0;

/** A shelf that nobody else uses. */
const shelf = () => `lobby-${++count}`;

/** Bytes that come in pieces of odd sizes, and maybe break off. */
function stream(
  bytes: Uint8Array,
  { size, breaksAt = Number.POSITIVE_INFINITY }: { size: number | undefined; breaksAt?: number },
) {
  const { readable, writable } =
    size === undefined ? new IdentityTransformStream() : new FixedLengthStream(size);
  const writer = writable.getWriter();
  const write = async () => {
    for (let from = 0; from < bytes.length; from += 65_521) {
      if (from > breaksAt) throw new Error("It breaks off.");
      await writer.write(bytes.subarray(from, from + 65_521));
    }
    await writer.close();
  };
  write().catch((error: unknown) => writer.abort(error).catch(() => {}));
  return readable;
}

function put(
  files: FileBytes,
  key: FileKey,
  { bytes, ...how }: { bytes: Uint8Array; size?: number | undefined; breaksAt?: number },
) {
  const size = "size" in how ? how.size : bytes.length;
  return files.put(key, stream(bytes, { ...how, size }), size);
}

async function read(files: FileBytes, key: FileKey, { offset = 0, length = 10 }: Partial<ByteSpan> = {}) {
  const found = await files.get(key, { offset, length });
  return found && new Uint8Array(await new Response(found).arrayBuffer());
}

/** Around the rows and parts that files are kept in. */
const SIZES = [1, 1_048_000, 1_048_001, 5_242_881];

describe.each(SIDES)("files in %s", (_, files) => {
  test.each(SIZES)(
    "of %i bytes come back as they were, with and without a size that is told",
    async (size) => {
      const on = shelf();
      const bytes = numbered(size);
      await put(files, { shelf: on, id: "told" }, { bytes });
      await put(files, { shelf: on, id: "untold" }, { bytes, size: undefined });
      for (const id of ["told", "untold"])
        expect(same(await read(files, { shelf: on, id }, { length: size }), bytes)).toBe(true);
    },
  );

  test.each([
    [0, 1],
    [1_047_999, 2],
    [1_000_000, 1_100_000],
    [2_099_999, 1],
  ])("are read from %i on, %i of them", async (offset, length) => {
    const key = { shelf: shelf(), id: "a" };
    const bytes = numbered(2_100_000);
    await put(files, key, { bytes });
    expect(same(await read(files, key, { offset, length }), bytes.subarray(offset, offset + length))).toBe(
      true,
    );
  });

  test.each([2_000_000, undefined])("that break off (size %s) are not there", async (size) => {
    const key = { shelf: shelf(), id: "a" };
    await expect(
      put(files, key, { bytes: numbered(2_000_000), breaksAt: 1_500_000, size }),
    ).rejects.toThrow();
    expect(await read(files, key)).toBeUndefined();
  });

  test("are removed by name, and all at once; others stay", async () => {
    const [here, there] = [shelf(), shelf()];
    for (const on of [here, there])
      for (const id of ["a", "b", "c"]) await put(files, { shelf: on, id }, { bytes: numbered(10) });
    await files.remove(here, ["a", "b", "not there"]);
    expect(
      await Promise.all(["a", "b", "c"].map(async (id) => (await read(files, { shelf: here, id }))?.length)),
    ).toEqual([undefined, undefined, 10]);
    await files.clear(here);
    expect(await read(files, { shelf: here, id: "c" })).toBeUndefined();
    expect((await read(files, { shelf: there, id: "a" }))?.length).toBe(10);
    await files.clear(shelf());
  });

  test("of ten people at once don't mix", async () => {
    const on = shelf();
    const all = Array.from({ length: 10 }, (_, n) => ({ id: `f${n}`, bytes: numbered(30_000 + n) }));
    await Promise.all(all.map(({ id, bytes }) => put(files, { shelf: on, id }, { bytes })));
    for (const { id, bytes } of all)
      expect(same(await read(files, { shelf: on, id }, { length: bytes.length }), bytes)).toBe(true);
  });
});

/** Compared by hand: what shows how two such differ takes longer than any of this. */
function same(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}
