import headless from "@xterm/headless";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Screen } from "../../../client/cli/prompt/screen.ts";
import { safeText } from "../../../client/core/text/safe-text.ts";
import { hostileText } from "../../support/hostile-text.ts";

function openTerminal(cols: number): { terminal: headless.Terminal; screen: Screen; writes: string[] } {
  const terminal = new headless.Terminal({ cols, rows: 8, allowProposedApi: true });
  const writes: string[] = [];
  const write = (text: string) => {
    writes.push(text);
    terminal.write(text);
  };
  return { terminal, screen: new Screen({ write, columns: cols }), writes };
}

/** The rows up to the cursor's and behind it, once everything written has been taken in. */
async function rowsOf(
  terminal: headless.Terminal,
): Promise<{ above: string[]; prompt: string; below: string }> {
  await new Promise<void>((resolve) => terminal.write("", resolve));
  const buffer = terminal.buffer.active;
  const row = (at: number) => buffer.getLine(at)?.translateToString(true).trimEnd() ?? "";
  const at = buffer.baseY + buffer.cursorY;
  const rows = Array.from({ length: buffer.length }, (_, index) => row(index));
  return { above: rows.slice(0, at), prompt: row(at), below: rows.slice(at + 1).join("") };
}

test("lines go above the prompt row, in one write", async () => {
  const { terminal, screen, writes } = openTerminal(40);
  screen.show({ label: "> ", text: "draft", cursor: 2 });
  screen.print(["one", "two"]);
  expect(writes).toHaveLength(2);
  expect(await rowsOf(terminal)).toEqual({ above: ["one", "two"], prompt: "> draft", below: "" });
  expect(terminal.buffer.active.cursorX).toBe(4);
});

test("hidden, the prompt leaves no trace, and what is printed goes on", async () => {
  const { terminal, screen } = openTerminal(40);
  screen.show({ label: "> ", text: "draft", cursor: 5 });
  screen.hide();
  screen.print(["one"]);
  expect(await rowsOf(terminal)).toEqual({ above: ["one"], prompt: "", below: "" });
});

test("a row whose characters the terminal draws wider than we know never wraps", async () => {
  const { terminal, screen } = openTerminal(20);
  // Two cells by Unicode; this terminal gives each of the three a cell of its own.
  const family = "👨\u200d👩\u200d👧";
  screen.show({ label: "> ", text: family.repeat(20), cursor: 0 });
  screen.show({ label: "> ", text: "ok", cursor: 2 });
  expect(await rowsOf(terminal)).toEqual({ above: [], prompt: "> ok", below: "" });
});

test("hostile text, made safe, leaves the prompt row right and no stray cell", async () => {
  const content = fc.record({ text: hostileText(), cols: fc.integer({ min: 10, max: 60 }) });
  await fc.assert(
    fc.asyncProperty(content, async ({ text, cols }) => {
      const { terminal, screen } = openTerminal(cols);
      screen.show({ label: "> ", text: safeText(text), cursor: 0 });
      screen.print(safeText(text).split("\n"));
      screen.show({ label: "> ", text: "ok", cursor: 2 });
      screen.print(["last"]);
      const { above, prompt, below } = await rowsOf(terminal);
      expect({ prompt, below, last: above.at(-1) }).toEqual({ prompt: "> ok", below: "", last: "last" });
      expect(terminal.buffer.active.cursorX).toBe(4);
    }),
  );
});
