import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startPty } from "../../support/pty.ts";

const at = (file: string) => fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));

test("Ctrl-X Ctrl-E has the draft written in an editor, which has the terminal for itself", async () => {
  const folder = mkdtempSync(join(tmpdir(), "papo-editor-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pty = startPty({
    command: process.execPath,
    args: [at("prompt-fixture.ts")],
    cols: 200,
    env: { VISUAL: `"${process.execPath}" '${at("editor-fixture.ts")}'`, TMPDIR: folder },
  });
  onTestFinished(() => pty.kill("SIGKILL"));
  await pty.waitFor(/^ana@lobby>/m);
  pty.type("draft");
  await pty.waitFor("> draft");
  pty.type("\x18\x05");
  await pty.waitFor(/^editing "draft\\n"\nmodes 600 700 raw false$/m);
  expect(pty.bracketedPaste()).toBe(false);
  // What comes meanwhile waits until the terminal is back.
  process.kill(pty.pid, "SIGUSR2");
  pty.type("text\r");
  await pty.waitFor(/^message 3\nana@lobby> edited text$/m);
  expect(pty.bracketedPaste()).toBe(true);
  expect(readdirSync(folder)).toEqual([]);

  // One that fails changes nothing; and the keys are the draft's again.
  pty.type("\x18\x05");
  await pty.waitFor(/^editing "edited text\\n"$/m);
  pty.type("fail\r");
  await pty.waitFor("has ended with 3: your draft is as it was.");
  pty.type("!\x1f\x1f");
  await pty.waitFor(/> draft$/m);
  expect(readdirSync(folder)).toEqual([]);
});
