import { emitKeypressEvents, type Key } from "node:readline";
import { FOCUS_OFF, FOCUS_ON } from "./focus.ts";

/** What the prompt needs of a process; `process` itself is one. */
export type TerminalHost = Pick<
  NodeJS.Process,
  "stdin" | "stdout" | "platform" | "pid" | "env" | "on" | "off" | "emit" | "kill"
>;

/** What a terminal tells the one who holds it. */
export interface TerminalEvents {
  /** Keys come that were pressed together, or before anybody looked. */
  reading(): void;
  key(key: Key): void;
  /** All of them have been told. */
  read(): void;
  resize(): void;
  /** The terminal is ours, at first or again. */
  taken(): void;
  /** The terminal is about to be given back: the last moment to clear the row. */
  releasing(): void;
  /** The terminal is gone, or nobody reads what is written. */
  hangup(): void;
}

export interface Terminal {
  /** Stops the process, and all of its job, until the shell continues it. */
  suspend(): void;
  /** Tells the process what the terminal itself would, to end it. */
  signal(name: "SIGINT" | "SIGHUP"): void;
  /** Leaves the terminal to another program, until what this returns is called. */
  lend(): () => void;
  close(): void;
}

const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l";
/** The process group, as the terminal itself would signal it: `npx` has to stop with us. */
const OWN_GROUP = 0;

const quiet = () => {};

/** Has errors of a terminal that is gone end nothing. A late EPIPE is as quiet as an early one: this stays, once. */
export function hush({ stdin, stdout }: TerminalHost): void {
  for (const stream of [stdin, stdout]) {
    if (!stream.listeners("error").includes(quiet)) stream.on("error", quiet);
  }
}

/** Takes a terminal into raw mode with bracketed paste, and gives it back on every way out. */
export function openTerminal(host: TerminalHost, events: TerminalEvents): Terminal {
  const { stdin, stdout } = host;
  let held = false;
  let lent = false;

  const take = () => {
    if (lent) return;
    // A shell may have changed the mode behind Node's back; Node does nothing when told what it believes.
    stdin.setRawMode(false);
    stdin.setRawMode(true);
    stdout.write(PASTE_ON + FOCUS_ON);
    held = true;
    events.taken();
  };
  const release = () => {
    if (!held) return;
    held = false;
    events.releasing();
    stdout.write(PASTE_OFF + FOCUS_OFF);
    stdin.setRawMode(false);
  };
  // The default action has to do it: unlike SIGSTOP, it spares a process that no shell could continue.
  const stop = (target: number) => {
    release();
    host.off("SIGTSTP", onStop);
    host.kill(target, "SIGTSTP");
    host.on("SIGTSTP", onStop);
    take();
  };
  const onStop = () => stop(host.pid);
  const onKey = (_text: string | undefined, key: Key) => events.key(key);
  const onHangup = () => events.hangup();

  emitKeypressEvents(stdin);
  stdin.on("keypress", onKey).on("end", onHangup).on("error", onHangup);
  // Around the listener by which the keys of a chunk are told.
  stdin.prependListener("data", events.reading).on("data", events.read);
  hush(host);
  stdout.on("resize", events.resize).on("error", onHangup);
  host.on("SIGTSTP", onStop).on("SIGCONT", take).on("exit", release);
  stdin.resume();
  take();

  return {
    suspend() {
      if (host.platform !== "win32") stop(OWN_GROUP);
    },
    signal(name) {
      // Windows has no signals: there a process that is sent one is ended on the spot, or refuses it.
      const isHeard = host.platform === "win32" && host.emit(name, name);
      if (!isHeard) host.kill(host.pid, name);
    },
    lend() {
      release();
      lent = true;
      stdin.pause();
      return () => {
        lent = false;
        stdin.resume();
        take();
      };
    },
    close() {
      release();
      stdin.pause();
      stdin.off("keypress", onKey).off("end", onHangup).off("error", onHangup);
      stdin.off("data", events.reading).off("data", events.read);
      stdout.off("resize", events.resize).off("error", onHangup);
      host.off("SIGTSTP", onStop).off("SIGCONT", take).off("exit", release);
    },
  };
}
