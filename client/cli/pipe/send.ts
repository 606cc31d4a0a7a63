import { randomClient } from "../../../src/protocol/identity.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { Api } from "../api.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { loadToken } from "../identity.ts";
import { nickOf, readSettings, type Settings } from "../settings.ts";
import type { Call } from "../subcommands.ts";
import { readLines } from "./lines.ts";
import { readAhead } from "./read-ahead.ts";
import { assertSendable, sendable } from "./sendable.ts";
import { streamLines } from "./stream-lines.ts";
import { unlocked } from "./unlocked.ts";

/** `papo send`: ends well only once the room has stored everything. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = readSettings(call, { env: process.env, isTTY: process.stdout.isTTY });
  const to = typeof call.values.to === "string" ? call.values.to : undefined;
  const letter = { settings, ...(to !== undefined && { to }) };
  nickOf(settings);
  if (settings.words.length > 0) return post({ ...letter, text: sendable(settings.words.join(" ")) });
  if (call.values.whole) {
    const text = sendable(await readWhole());
    return post({ ...letter, text });
  }

  if (process.stdin.isTTY) process.stderr.write("Each line is a message; Ctrl-D ends.\n");
  const { first, rest } = await readAhead(sendableLines());
  for (const { number, text } of first) assertSendable(text, `Line ${number}`);
  const [only, second] = first;
  if (only === undefined) return EXIT.fine;
  // Nobody sees a post come in; a stream keeps its order and its pace by a connection.
  if (second === undefined && rest === undefined) return post({ ...letter, text: only.text });
  return streamLines({ ...letter, first, rest });
}

interface Post {
  settings: Settings;
  to?: string;
  text: string;
}

async function post({ settings, text, ...to }: Post): Promise<ExitCode> {
  assertSendable(text, "This message");
  const { address } = settings;
  const idempotencyKey = randomClient();
  const nick = nickOf(settings);
  const token = loadToken(settings, nick);
  await unlocked(settings.key, (key) =>
    new Api({ address, key, token }).post({ nick, text, ...to }, idempotencyKey),
  );
  return EXIT.fine;
}

/** Of what is longer than any message, no more than shows that it is. */
async function readWhole(): Promise<string> {
  const lines: string[] = [];
  let size = 0;
  for await (const { text } of readLines(process.stdin)) {
    lines.push(text);
    size += text.length;
    if (size > LIMITS.frame) break;
  }
  return lines.join("\n").replace(/\n+$/, "");
}

/** Blank lines have nothing to say. */
async function* sendableLines() {
  for await (const { number, text } of readLines(process.stdin)) {
    const clean = sendable(text);
    if (clean.trim() !== "") yield { number, text: clean };
  }
}
