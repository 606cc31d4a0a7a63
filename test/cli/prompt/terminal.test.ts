import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openTerminal, type TerminalHost } from "../../../client/cli/prompt/terminal.ts";

/** A process whose terminal's mode can be changed behind its back, as a shell does. */
function fakeHost() {
  const mode = { believed: false, real: false };
  const killed: [number, string][] = [];
  const stdin = Object.assign(new PassThrough(), {
    // Node passes on what differs from the mode it set last.
    setRawMode(raw: boolean) {
      if (raw !== mode.believed) mode.real = raw;
      mode.believed = raw;
    },
  });
  const stdout = new PassThrough();
  const signals = new EventEmitter();
  const host = Object.assign(signals, {
    stdin,
    stdout,
    pid: 7,
    platform: "linux",
    kill: (pid: number, signal: string) => killed.push([pid, signal]),
  });
  return { host: host as unknown as TerminalHost, signals, stdin, stdout, mode, killed };
}

function open(host: TerminalHost) {
  const seen: string[] = [];
  const terminal = openTerminal(host, {
    reading: () => seen.push("reading"),
    key: (key) => seen.push(`key ${key.name}`),
    read: () => seen.push("read"),
    resize: () => seen.push("resize"),
    taken: () => seen.push("taken"),
    releasing: () => seen.push("releasing"),
    hangup: () => seen.push("hangup"),
  });
  return { terminal, seen };
}

test("raw mode is set again after a shell has changed it", () => {
  const { host, signals, mode } = fakeHost();
  open(host);
  mode.real = false;
  signals.emit("SIGCONT");
  expect(mode.real).toBe(true);
});

test("Ctrl-Z stops the whole job with the default action, and takes the terminal back behind it", () => {
  const { host, killed, mode } = fakeHost();
  const { terminal, seen } = open(host);
  terminal.suspend();
  expect(killed).toEqual([[0, "SIGTSTP"]]);
  expect(seen).toEqual(["taken", "releasing", "taken"]);
  expect(mode.real).toBe(true);
});

test.each([
  { name: "SIGINT", platform: "linux", isHeard: false },
  { name: "SIGINT", platform: "win32", isHeard: true },
  { name: "SIGHUP", platform: "win32", isHeard: true },
] as const)("$name of $platform is heard within: $isHeard", ({ name, platform, isHeard }) => {
  const { host, signals, killed } = fakeHost();
  const heard: unknown[] = [];
  signals.on(name, () => heard.push(name));
  const { terminal } = open(Object.assign(host, { platform }));
  terminal.signal(name);
  expect(heard).toEqual(isHeard ? [name] : []);
  expect(killed).toEqual(isHeard ? [] : [[7, name]]);
});

test("Windows has no Ctrl-Z: nothing is stopped, or given back", () => {
  const { host, killed } = fakeHost();
  const { terminal, seen } = open(Object.assign(host, { platform: "win32" }));
  terminal.suspend();
  expect([killed, seen]).toEqual([[], ["taken"]]);
});

test("a terminal that is gone is told of while it is held, and quiet later", () => {
  const { host, stdin, stdout } = fakeHost();
  const { terminal, seen } = open(host);
  stdout.emit("error", new Error("write EPIPE"));
  stdin.emit("end");
  terminal.close();
  stdout.emit("error", new Error("write EPIPE"));
  expect(seen).toEqual(["taken", "hangup", "hangup", "releasing"]);
});

test("closed, it hears nothing and holds nothing", () => {
  const { host, signals, stdin, stdout, mode } = fakeHost();
  const { terminal, seen } = open(host);
  terminal.close();
  terminal.close();
  stdin.emit("data", Buffer.from("x"));
  stdout.emit("resize");
  signals.emit("SIGCONT");
  expect(seen).toEqual(["taken", "releasing"]);
  expect(mode.real).toBe(false);
});
