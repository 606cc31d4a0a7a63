/** Writes one structured line. Pass no texts, tokens or addresses. */
export function log(level: "info" | "error", fields: Readonly<Record<string, unknown>>): void {
  const { error, ...rest } = fields;
  const told = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  const line = JSON.stringify({ level, ...rest, ...(error !== undefined && told) });
  // biome-ignore lint/suspicious/noConsole: the platform's log is the console.
  console[level](line);
}
