import { type IPty, spawn } from "@lydell/node-pty";
import headless, { type IBufferCell } from "@xterm/headless";

const SIZE = { cols: 84, rows: 19 };
const PAPER = "#15181b";
const INK = "#e6e9e9";
/** The first sixteen colours; every terminal has its own. */
const SIXTEEN = (
  "#2b3134 #f2918b #7fd0a0 #e3b04b #7fb0f0 #d0a4e4 #4fc0b3 #e6e9e9 " +
  "#717c80 #f2918b #7fd0a0 #e3b04b #7fb0f0 #d0a4e4 #4fc0b3 #ffffff"
).split(" ");

/** A program in a terminal of which a picture can be made. */
export class PicturedTerminal {
  readonly #terminal = new headless.Terminal({ ...SIZE, allowProposedApi: true });
  readonly #child: IPty;

  /** Runs Node with `args`; `home` is where it keeps its things. */
  constructor(args: readonly string[], home: string) {
    const { NO_COLOR: _, ...inherited } = process.env;
    const homes = { XDG_CONFIG_HOME: home, XDG_STATE_HOME: home };
    const env = { ...inherited, ...homes, TERM: "xterm-256color", COLORTERM: "truecolor" };
    this.#child = spawn(process.execPath, [...args], { ...SIZE, env });
    this.#child.onData((data) => this.#terminal.write(data));
    this.#terminal.onData((answer) => this.#child.write(answer));
  }

  type(text: string): void {
    this.#child.write(text);
  }

  /** Resolves once the screen shows a text. */
  shows(text: string): Promise<void> {
    return new Promise((resolve) => {
      const watch = this.#terminal.onWriteParsed(() => look());
      const look = () => {
        const rows = this.#rows().map((cells) => cells.map((cell) => cell.getChars() || " ").join(""));
        if (!rows.some((row) => row.includes(text))) return;
        watch.dispose();
        resolve();
      };
      look();
    });
  }

  end(): void {
    this.#child.kill();
  }

  /** The screen as a page, with the cursor where it stands. */
  html(): string {
    const { cursorX, cursorY } = this.#terminal.buffer.active;
    const rows = this.#rows().map((cells, y) =>
      cells.map((cell, x) => span(cell, x === cursorX && y === cursorY)).join(""),
    );
    return `<style>
      body { margin: 0; background: #fff }
      main { width: max-content; padding: 18px 22px; border-radius: 12px; background: ${PAPER}; color: ${INK} }
      pre { margin: 0; font: 15px/1.45 ui-monospace, "Liberation Mono", monospace }
    </style><main><pre>${rows.join("\n")}</pre></main>`;
  }

  #rows(): IBufferCell[][] {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: SIZE.rows }, (_, y) => {
      const line = active.getLine(active.baseY + y);
      return Array.from({ length: SIZE.cols }, (__, x) => line?.getCell(x)).filter(
        (cell) => cell !== undefined && cell.getWidth() > 0,
      ) as IBufferCell[];
    });
  }
}

function span(cell: IBufferCell, underCursor: boolean): string {
  const text = (cell.getChars() || " ").replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  const ink = cell.isFgDefault() ? INK : cell.isFgRGB() ? hex(cell.getFgColor()) : palette(cell.getFgColor());
  const paper = cell.isBgDefault()
    ? PAPER
    : cell.isBgRGB()
      ? hex(cell.getBgColor())
      : palette(cell.getBgColor());
  const [color, background] = underCursor !== Boolean(cell.isInverse()) ? [paper, ink] : [ink, paper];
  const style = [
    `color:${color};background:${background}`,
    cell.isBold() ? "font-weight:bold" : "",
    cell.isItalic() ? "font-style:italic" : "",
    cell.isDim() ? "opacity:.65" : "",
  ];
  return `<span style="${style.filter((part) => part !== "").join(";")}">${text}</span>`;
}

/** A colour of the 256: sixteen, a cube of 6 by 6 by 6, and greys. */
function palette(index: number): string {
  const named = SIXTEEN[index];
  if (named !== undefined) return named;
  if (index >= 232) return hex((8 + 10 * (index - 232)) * 0x010101);
  const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step);
  const cube = index - 16;
  const [red, green, blue] = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level);
  return `rgb(${red} ${green} ${blue})`;
}

function hex(color: number): string {
  return `#${color.toString(16).padStart(6, "0")}`;
}
