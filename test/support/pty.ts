import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

export interface PtyOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly cols?: number;
  readonly rows?: number;
  /** Added to the environment of the test; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Whether the terminal wraps the cursor's line anew when it becomes narrower, as most do, or cuts it, as xterm does. */
  readonly reflow?: boolean;
}

/** What a test waits for: a text or a pattern anywhere on the screen, or a test of its rows. */
export type ScreenCondition = string | RegExp | ((rows: string[]) => boolean);

export interface Pty {
  readonly pid: number;
  readonly exit: Promise<{ code: number; signal: number | undefined }>;
  type(text: string): void;
  press(...keys: KeyName[]): void;
  /** Pastes as a terminal does: newlines as CR, bracketed where the program asked for it. */
  paste(text: string): void;
  resize(cols: number, rows: number): void;
  /** The visible rows, without the blanks at their ends. */
  screen(): string[];
  /** Every row since the start, scrolled away or visible, up to the last one written. */
  log(): string[];
  /** The same, each row with what the terminal itself has wrapped onto the next. */
  lines(): string[];
  /** All that was written, as it came. */
  raw(): string;
  /** Of the screen, from 0. */
  cursor(): { row: number; column: number };
  bracketedPaste(): boolean;
  /** How often it has rung. */
  bells(): number;
  /** Of its window. */
  title(): string;
  /** The colour of the first character of what the screen shows of a pattern; undefined for the terminal's own. */
  colorAt(pattern: RegExp): number | undefined;
  /** Resolves once the screen shows it, looked at after each write; fails after a generous deadline, showing the screen. */
  waitFor(condition: ScreenCondition, deadline?: number): Promise<void>;
  kill(signal?: string): void;
}

/** Milliseconds after which a program that has not shown what is waited for never will. */
const DEADLINE = 20_000;

const KEYS = {
  enter: "\r",
  tab: "\t",
  "shift-tab": "\x1b[Z",
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  home: "\x1b[H",
  end: "\x1b[F",
  delete: "\x1b[3~",
  backspace: "\x7f",
  "ctrl-a": "\x01",
  "ctrl-c": "\x03",
  "ctrl-d": "\x04",
  "ctrl-e": "\x05",
  "ctrl-k": "\x0b",
  "ctrl-l": "\x0c",
  "ctrl-u": "\x15",
  "ctrl-w": "\x17",
  "ctrl-y": "\x19",
  "ctrl-z": "\x1a",
  "alt-b": "\x1bb",
  "alt-d": "\x1bd",
  "alt-f": "\x1bf",
  "alt-backspace": "\x1b\x7f",
  "alt-enter": "\x1b\r",
  "alt-a": "\x1ba",
  "alt-left": "\x1b[1;3D",
  "alt-right": "\x1b[1;3C",
  "alt-1": "\x1b1",
  "alt-2": "\x1b2",
  "alt-3": "\x1b3",
  "alt-4": "\x1b4",
} as const;

export type KeyName = keyof typeof KEYS;

/** Runs a command in a pseudo-terminal whose screen can be read. */
export function startPty(options: PtyOptions): Pty {
  const { cols = 80, rows = 24, reflow = true } = options;
  const terminal = new headless.Terminal({
    cols,
    rows,
    allowProposedApi: true,
    reflowCursorLine: reflow,
  });
  const env = Object.fromEntries(
    Object.entries({ ...process.env, TERM: "xterm-256color", ...options.env }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const place = { cols, rows, env, ...(options.cwd === undefined ? {} : { cwd: options.cwd }) };
  const child = spawn(options.command, [...(options.args ?? [])], place);
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };

  let raw = "";
  child.onData((data) => {
    raw += data;
    terminal.write(data, look);
  });
  let bells = 0;
  terminal.onBell(() => {
    bells++;
  });
  let title = "";
  terminal.onTitleChange((changed) => {
    title = changed;
  });
  terminal.onData((answer) => child.write(answer));
  const exit = new Promise<{ code: number; signal: number | undefined }>((resolve) => {
    child.onExit(({ exitCode, signal }) =>
      // Behind everything that was written before.
      terminal.write("", () => resolve({ code: exitCode, signal: signal || undefined })),
    );
  });

  const buffer = () => terminal.buffer.active;
  const row = (at: number) => buffer().getLine(at)?.translateToString(true).trimEnd() ?? "";
  const rowsFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => row(first + at));
  const screen = () => rowsFrom(buffer().baseY, terminal.rows);
  const log = () => rowsFrom(0, buffer().baseY + buffer().cursorY + 1);

  return {
    pid: child.pid,
    exit,
    type: (text) => child.write(text),
    press: (...keys) => child.write(keys.map((key) => KEYS[key]).join("")),
    paste(text) {
      const keys = text.replaceAll("\n", "\r");
      child.write(terminal.modes.bracketedPasteMode ? `\x1b[200~${keys}\x1b[201~` : keys);
    },
    resize(newCols, newRows) {
      const { cursorX } = buffer();
      terminal.resize(newCols, newRows);
      // xterm.js takes the cursor to the row into which its text was wrapped, but not to its column there.
      if (reflow && cursorX >= newCols) terminal.write(`\x1b[${(cursorX % newCols) + 1}G`);
      child.resize(newCols, newRows);
    },
    screen,
    log,
    lines() {
      const lines: string[] = [];
      for (const [at, text] of log().entries()) {
        if (!buffer().getLine(at)?.isWrapped) lines.push(text);
        else lines.push((lines.pop() ?? "") + text);
      }
      return lines;
    },
    raw: () => raw,
    cursor: () => ({ row: buffer().cursorY, column: buffer().cursorX }),
    bracketedPaste: () => terminal.modes.bracketedPasteMode,
    bells: () => bells,
    title: () => title,
    colorAt(pattern) {
      const rows = screen();
      const at = rows.findIndex((text) => pattern.test(text));
      const cell = buffer()
        .getLine(buffer().baseY + at)
        ?.getCell(rows[at]?.search(pattern) ?? 0);
      return cell === undefined || cell.isFgDefault() ? undefined : cell.getFgColor();
    },
    waitFor(condition, deadline = DEADLINE) {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(check);
          settle();
        };
        const check = () => {
          if (holds(condition, screen())) end(resolve);
        };
        const fail = () =>
          reject(new Error(`Never showed ${String(condition)}\n${frame(screen(), terminal.cols)}`));
        const timer = setTimeout(() => end(fail), deadline);
        waiting.add(check);
        check();
      });
    },
    kill: (signal) => child.kill(signal),
  };
}

function holds(condition: ScreenCondition, rows: string[]): boolean {
  if (typeof condition === "function") return condition(rows);
  const text = rows.join("\n");
  return typeof condition === "string" ? text.includes(condition) : condition.test(text);
}

function frame(rows: string[], cols: number): string {
  const edge = `+${"-".repeat(cols)}+`;
  return [edge, ...rows.map((row) => `|${row.padEnd(cols)}|`), edge].join("\n");
}
