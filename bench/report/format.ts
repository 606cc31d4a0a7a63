/** Numbers as people read them. */

export function count(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} M`;
  return Math.round(value).toLocaleString("en");
}

/** Milliseconds; a latency without end was still not there when the run was over. */
export function milliseconds(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "never";
  return value < 10 ? `${value.toFixed(1)} ms` : `${count(value)} ms`;
}

export function micros(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} µs`;
}

export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString("en")} MiB`;
}

export function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
