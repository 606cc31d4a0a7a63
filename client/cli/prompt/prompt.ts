import type { PromptAction } from "./action.ts";
import type { Candidates } from "./completion.ts";
import { keyDecoder } from "./keys.ts";
import { lineCount } from "./paste.ts";
import { openingState, type PromptState, reducePrompt } from "./prompt-state.ts";
import type { RowContent } from "./row.ts";
import { Screen } from "./screen.ts";
import { openTerminal, type TerminalHost } from "./terminal.ts";

export interface PromptOptions {
  readonly label: string;
  /** What the line holds at first. */
  readonly text?: string;
  /** Goes on where an earlier prompt was closed: with its draft and its history. */
  readonly state?: PromptState;
  /** Shown for every character of a secret. */
  readonly mask?: string;
  /** What Tab completes, asked for at each first Tab. */
  readonly candidates?: () => Candidates;
  readonly onSubmit: (text: string) => void;
  readonly onLeave: (by: "interrupt" | "eof" | "hangup") => void;
}

export interface Prompt {
  /** Adds lines, made safe, above the prompt. */
  print(lines: readonly string[]): void;
  setLabel(label: string): void;
  /** Gives the terminal back and leaves no trace of the prompt; returns what another may go on with. */
  close(): PromptState;
}

const NO_CANDIDATES: Candidates = { nicks: [], commands: [] };

/** A line editor in the terminal's last row, under a log that goes on growing. */
export function openPrompt(host: TerminalHost, options: PromptOptions): Prompt {
  const screen = new Screen(host.stdout);
  const decode = keyDecoder();
  let state = options.state ?? openingState(options.text);
  let label = options.label;

  const draw = () => screen.show(rowContent(state, { ...options, label }));
  const act = (action: PromptAction) => {
    const candidates = action.type === "complete" ? options.candidates?.() : undefined;
    const step = reducePrompt(state, action, candidates ?? NO_CANDIDATES);
    const unchanged = step.state === state;
    state = step.state;
    if (!unchanged) draw();
    const { effect } = step;
    switch (effect.type) {
      case "none":
        return;
      case "submit":
        return options.onSubmit(effect.text);
      case "leave":
        return options.onLeave(effect.by);
      case "suspend":
        return terminal.suspend();
      case "redraw":
        return screen.clear();
      default:
        return effect satisfies never;
    }
  };

  const terminal = openTerminal(host, {
    key: (key) => act(decode(key)),
    resize: () => screen.resize(),
    taken: draw,
    releasing: () => screen.hide(),
    hangup: () => options.onLeave("hangup"),
  });

  return {
    print: (lines) => screen.print(lines),
    setLabel(changed) {
      if (changed === label) return;
      label = changed;
      draw();
    },
    close() {
      terminal.close();
      return state;
    },
  };
}

function rowContent(state: PromptState, { label, mask }: PromptOptions): RowContent {
  if (state.mode === "confirming") {
    const question = `Paste ${lineCount(state.pasted)} lines? [y/N] `;
    return { label: "", text: question, cursor: question.length };
  }
  const { text, cursor } = state.line;
  return { label, text, cursor, ...(mask === undefined ? {} : { mask }) };
}
