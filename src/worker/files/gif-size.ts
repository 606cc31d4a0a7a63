/** Where a GIF's blocks begin, without a table of colours (GIF89a, sections 17 to 19). */
const HEAD = 13;

/**
 * How large a GIF is shown, in pixels: as its screen, or as its first frame, where that is larger. Browsers make
 * place for the frame, whatever the screen is said to be. Undefined where no frame begins in what there is of it.
 */
export function gifSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const word = (at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  let at = HEAD + tableAt(bytes, 10);
  // Extensions: a label, and blocks with their lengths before them, up to an empty one.
  while (bytes[at] === 0x21) {
    at += 2;
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += length + 1;
    at++;
  }
  if (bytes[at] !== 0x2c || at + 9 > bytes.length) return undefined;
  return {
    width: Math.max(word(6), word(at + 1) + word(at + 5)),
    height: Math.max(word(8), word(at + 3) + word(at + 7)),
  };
}

/** Bytes of the table of colours that some flags tell. */
function tableAt(bytes: Uint8Array, flags: number): number {
  const packed = bytes[flags] ?? 0;
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}
