import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { type Pty, startPty } from "../../support/pty.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/ask-fixture.ts", import.meta.url));

let pty: Pty;
afterEach(() => pty.kill("SIGKILL"));

test("an old answer can be edited, and a secret is never shown", async () => {
  pty = startPty({ command: process.execPath, args: [FIXTURE] });
  await pty.waitFor("nickname: bob");
  pty.press("backspace");
  pty.type("bie\r");
  await pty.waitFor("passphrase:");
  pty.type("s3cret");
  await pty.waitFor("passphrase: ••••••");
  pty.press("enter");
  await pty.waitFor("key of 6 characters");
  expect(await pty.exit).toEqual({ code: 0, signal: undefined });
  expect(pty.log().filter((row) => row !== "")).toEqual(["nick bobie", "key of 6 characters"]);
});

test("Ctrl-C leaves a question", async () => {
  pty = startPty({ command: process.execPath, args: [FIXTURE] });
  await pty.waitFor("nickname: bob");
  pty.press("ctrl-c", "ctrl-c");
  await pty.waitFor("nick undefined");
});
