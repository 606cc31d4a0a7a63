/** Characters of one line that are kept. */
const LONGEST = 16_000;

type Level = "info" | "warn" | "error";

/** Writes a line of the server's own, in the form of src/object/log.ts. */
export function logServer(level: Level, message: string): void {
  console.error(JSON.stringify({ level, message }));
}

/** Writes a line of the runtime's output. */
export function logRuntimeLine(line: string): void {
  if (line.trim() !== "") console.error(toLogLine(line));
}

/** A line of the runtime's output as one of the log: papo's own as they are, workerd's in the same form. */
export function toLogLine(line: string): string {
  const { level, message } = parseObject(line) ?? {};
  const text = typeof message === "string" ? message : line;
  const own = parseObject(text);
  if (typeof own?.level === "string") return text;
  // What V8 and the crash handlers write past all forms is about the end of the runtime.
  const known = typeof message === "string" ? levelOf(level) : "error";
  return JSON.stringify({ level: known, source: "runtime", message: text.slice(0, LONGEST) });
}

function levelOf(level: unknown): Level {
  return level === "warn" || level === "error" ? level : "info";
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
