import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { openShell, openTerminal, runPapo } from "./support/papo.ts";
import { temporaryFolder } from "./support/temporary.ts";

const folder = temporaryFolder();
const env = { XDG_STATE_HOME: folder, HOME: folder };
const ORIGIN = "http%3A%2F%2F127.0.0.1%3A8787";

beforeAll(async () => {
  const chat = "https%3A%2F%2Fchat.example.org";
  const rooms = [`default/${chat}/lobby`, `default/${ORIGIN}/dev`];
  for (const room of [...rooms, `work/${chat}/lobby`, "work/other"])
    mkdirSync(`${folder}/papo/${room}`, { recursive: true });
  const front = "https://chat.example.org/lobby";
  const kept = JSON.stringify({ rooms: [{ url: "http://127.0.0.1:8787/dev" }, { url: front }], front });
  writeFileSync(`${folder}/papo/default/rooms.json`, kept);
  // What a folder is called is never run.
  mkdirSync(`${folder}/papo/default/https%3A%2F%2Fx/$(touch hacked)`, { recursive: true });
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout, code, stderr } = await runPapo(["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    writeFileSync(`${folder}/papo.${shell}`, stdout);
  }
});

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** The same in every shell. `offers`: some of what is offered; `not`: what is not. */
const CASES = [
  { line: "papo se", offers: ["send"], not: ["tail"] },
  {
    line: "papo ",
    offers: ["join", "send", "config", "help", "https://chat.example.org/lobby"],
    not: ["--nick"],
  },
  { line: "papo https://c", offers: ["https://chat.example.org/lobby"], not: ["send"] },
  { line: "papo tail --no-", offers: ["--no-follow", "--no-color"], not: ["--nick", "--no-bell"] },
  {
    line: "papo tail http://",
    offers: ["http://127.0.0.1:8787/dev"],
    not: ["https://chat.example.org/lobby"],
  },
  { line: "papo tail --time h", offers: ["hm", "hms"], not: ["iso"] },
  { line: "papo history --limit ", offers: ["all"], not: ["--limit"] },
  { line: "papo --profile ", offers: ["default", "work"], not: ["join"] },
  { line: "papo admin https://h", offers: [], not: ["https://h/lobby"] },
  { line: "papo admin https://h door inv", offers: ["invite", "invited"], not: ["rooms"] },
  { line: "papo config ti", offers: ["time"], not: ["nick"] },
  { line: "papo config log ", offers: ["true", "false", "private"], not: ["nick", "log"] },
  { line: "papo config time h", offers: ["hm", "hms"], not: ["iso", "highlight"] },
  { line: "papo config profile ", offers: ["default", "work"], not: ["nick"] },
  { line: "papo config nick ", offers: [], not: ["nick", "url"] },
  { line: "papo config --unset lo", offers: ["log"], not: ["nick"] },
  // Rooms of the server where one was last, and of the one before.
  { line: "papo lo", offers: ["lobby"], not: ["dev"] },
  { line: "papo join lo", offers: ["lobby"], not: ["dev"] },
  { line: "papo http://127.0.0.1:8787/dev d", offers: ["dev"], not: ["lobby", "default"] },
  { line: "papo names lo", offers: [], not: ["lobby"] },
  { line: "papo admin ", offers: ["https://chat.example.org"], not: [] },
  { line: "papo completion ", offers: ["bash", "zsh", "fish"], not: ["https://chat.example.org/lobby"] },
  { line: "papo help to", offers: [], not: ["send"] },
  { line: "papo help hi", offers: ["history"], not: ["join"] },
  { line: "papo names https://chat.example.org/lobby ", offers: [], not: ["http://127.0.0.1:8787/dev"] },
];

const contains = (found: string[], { offers, not }: Pick<(typeof CASES)[number], "offers" | "not">) => {
  expect(found).toEqual(expect.arrayContaining(offers));
  for (const word of not) expect(found).not.toContain(word);
  // Whatever several profiles have seen.
  expect(new Set(found).size).toBe(found.length);
};

describe("bash", () => {
  const complete = (line: string, breaks: string) => {
    const script = `source papo.bash; COMP_WORDBREAKS='${breaks}' COMP_LINE=$1 COMP_POINT=\${#1}; _papo; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ["--norc", "--noprofile", "-c", script, "bash", line];
    const { stdout, stderr } = spawnSync("bash", args, { cwd: folder, env, encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.split("\n").filter((word) => word !== "");
  };

  test.each(CASES)("$line", ({ line, ...expected }) => contains(complete(line, " "), expected));

  test.each([
    { line: "papo http://127.0.0.1:87", breaks: " =:", found: ["8787/dev"] },
    { line: "papo https:", breaks: " =:", found: ["//chat.example.org/lobby", "//x/$(touch hacked)"] },
    { line: "papo tail --time=h", breaks: " =:", found: ["hm", "hms"] },
    { line: "papo tail --time=h", breaks: " ", found: ["--time=hm", "--time=hms"] },
  ])("$line, where words end with one of '$breaks'", ({ line, breaks, found }) => {
    expect(complete(line, breaks)).toEqual(found);
  });

  test("at a terminal", async () => {
    const shell = await openShell({ cwd: folder, env, args: ["--norc", "--noprofile", "-i"], cols: 100 });
    // The prompt of now also stands where nothing has been read yet.
    shell.type("source papo.bash; bind 'set bell-style none'; PS1='ready$ '\r");
    await shell.waitFor(/^ready\$$/m);
    shell.type("papo hist\thttp://127.0.0.1:8\t--no-c\t");
    await shell.waitFor("ready$ papo history http://127.0.0.1:8787/dev --no-color");
  });
});

describe.skipIf(!isThere("fish"))("fish", () => {
  test.each(CASES)("$line", ({ line, ...expected }) => {
    const args = ["--no-config", "-c", "source papo.fish; complete -C $argv[1]", line];
    const { stdout, stderr } = spawnSync("fish", args, {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    contains(
      stdout.split("\n").map((found) => found.split("\t")[0] ?? ""),
      expected,
    );
  });
});

describe.skipIf(!isThere("zsh"))("zsh", () => {
  test("at a terminal", async () => {
    const pty = openTerminal({
      command: "zsh",
      args: ["-f", "-i"],
      cwd: folder,
      cols: 100,
      env: { ...env, PS1: "shell%% " },
    });
    await pty.waitFor(/^shell%$/m);
    pty.type("autoload -Uz compinit && compinit -D; source papo.zsh; unsetopt beep; PS1='ready%% '\r");
    await pty.waitFor(/^ready%$/m);
    pty.type("papo hist\t");
    await pty.waitFor("ready% papo history");
    pty.type("http://127\t--no-c\t");
    await pty.waitFor("papo history http://127.0.0.1:8787/dev --no-color");
    // The first takes what all have in common, the second shows them.
    pty.type("--time h\t\t");
    await pty.waitFor(/^hm +hms/m);
    pty.press("ctrl-u");
    pty.type("papo lo\t");
    await pty.waitFor("ready% papo lobby");
    pty.press("ctrl-u");
    pty.type("papo config log pr\t");
    await pty.waitFor("ready% papo config log private");
  });
});
