/** Bytes as they come, in blocks of one size; the last is what is left. Each is a buffer of its own. */
export async function* inBlocks(
  bytes: ReadableStream<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = bytes.getReader({ mode: "byob" });
  for (;;) {
    // Fewer, large pieces: each costs as much as its handing over.
    const { done, value } = await reader.readAtLeast(size, new Uint8Array(size));
    if (value && value.length > 0) yield value;
    if (done) return;
  }
}
