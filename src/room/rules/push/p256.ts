/** The curve P-256 (FIPS 186-4, D.1.2.3): y² = x³ − 3x + b over the integers modulo p. */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** Whether 65 bytes (base64url) are a point of P-256, uncompressed: with any other, nothing could be encrypted. */
export function isPoint(key: string): boolean {
  const bytes = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  if (bytes.length !== 65 || bytes.charCodeAt(0) !== 4) return false;
  const [x, y] = [numberIn(bytes.slice(1, 33)), numberIn(bytes.slice(33))];
  return x < P && y < P && (y * y) % P === (((x * x * x - 3n * x + B) % P) + P) % P;
}

function numberIn(bytes: string): bigint {
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  return BigInt(`0x${hex.join("")}`);
}
