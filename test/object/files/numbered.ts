/** So many bytes, of which none is where another would be at a row or a page before. */
export function numbered(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index++) bytes[index] = (index * 2_654_435_761) >>> 24;
  return bytes;
}
