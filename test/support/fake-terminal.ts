import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import headless from "@xterm/headless";
import type { TerminalHost } from "../../client/cli/prompt/terminal.ts";

export interface FakeTerminal {
  readonly host: TerminalHost;
  /** Everything typed at once, as one chunk. */
  type(text: string): void;
  /** Rows of the screen that are not empty, the prompt's last. */
  rows(): Promise<string[]>;
  /** The prompt's row. */
  row(): Promise<string>;
  /** All that was written. */
  written(): string;
  /** Signals that were sent. */
  readonly signals: readonly unknown[];
  /** How many listen to the terminal and its process. */
  listeners(): number;
}

const NAMES = ["data", "keypress", "end", "error", "resize", "SIGTSTP", "SIGCONT", "exit"];

/** A process with a terminal in memory. */
export function fakeTerminal({ columns = 60, TERM = "xterm" } = {}): FakeTerminal {
  const screen = new headless.Terminal({ cols: columns, rows: 20, allowProposedApi: true });
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {} });
  let written = "";
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    isTTY: true,
    write(text: string) {
      written += text;
      screen.write(text.replace(/(?<!\r)\n/g, "\r\n"));
    },
  });
  const signals = new EventEmitter();
  const env = { TERM };
  const sent: unknown[] = [];
  const kill = (_pid: number, signal: unknown) => sent.push(signal);
  const host = Object.assign(signals, { stdin, stdout, env, pid: 7, platform: "linux", kill });
  const rows = async () => {
    await new Promise<void>((resolve) => screen.write("", resolve));
    const { active } = screen.buffer;
    return Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? "")
      .map((row) => row.trimEnd())
      .filter((row) => row !== "");
  };
  return {
    host: host as unknown as TerminalHost,
    // Not through the stream, which would tell it later.
    type: (text) => void stdin.emit("data", Buffer.from(text)),
    rows,
    row: async () => (await rows()).at(-1) ?? "",
    written: () => written,
    signals: sent,
    listeners: () =>
      [stdin, stdout, signals]
        .map((emitter) => NAMES.reduce((count, name) => count + emitter.listenerCount(name), 0))
        .reduce((sum, count) => sum + count),
  };
}
