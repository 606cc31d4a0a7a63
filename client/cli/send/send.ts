import { CLIENT } from "../../../src/protocol/identity.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { readLines } from "../pipe/lines.ts";
import type { Call } from "../shell/call.ts";
import { nickOf, settingsOf } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";
import { readAhead } from "./read-ahead.ts";
import { sendByHttp } from "./send-by-http.ts";
import { assertSendable, readable, sendable } from "./sendable.ts";
import { streamLines } from "./stream-lines.ts";

/** `papo send`: ends well only once the room has stored everything. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = settingsOf(call);
  const to = typeof call.values.to === "string" ? call.values.to : undefined;
  const once = readOnce(call.values.once);
  const manner = to === undefined ? {} : { to };
  nickOf(settings);
  const files = call.files || call.values.name ? await (await import("./enclosed.ts")).enclosed(call) : [];
  if (settings.words.length > 0) return postOne(argument(settings.words));
  if (call.values.whole) return postOne(await readWhole());
  if (files.length > 0) return postOne("");

  if (process.stdin.isTTY) process.stderr.write(`${cliWords().send.howToType}\n`);
  const { first, rest } = await readAhead(sayableLines());
  for (const line of first) assertSendable(line);
  const [only, second] = first;
  if (only === undefined) return EXIT.fine;
  // Nobody sees a post come in; a stream keeps its order and its pace by a connection.
  if (second === undefined && rest === undefined) return postOne(readable(only));
  if (once !== undefined) throw new Failure(EXIT.usage, cliWords().shell.onceForOne);
  return streamLines({ settings, manner, first, rest });

  function postOne(text: string): Promise<ExitCode> {
    if (text !== "" || files.length === 0) assertSendable({ text });
    return sendByHttp({ settings, ...manner, text, files, once });
  }
}

function readOnce(written: string | boolean | undefined): string | undefined {
  if (typeof written !== "string") return undefined;
  if (CLIENT.test(written)) return written;
  throw new Failure(EXIT.usage, cliWords().shell.once);
}

/** Node has replaced what was not UTF-8 by the time that it gives arguments. */
function argument(words: readonly string[]): string {
  const text = words.join(" ");
  if (!text.includes("\ufffd")) return sendable(text);
  throw new Failure(EXIT.unsent, cliWords().send.notUtf8);
}

/** Of what is longer than any message, no more than shows that it is. */
async function readWhole(): Promise<string> {
  const lines: string[] = [];
  let size = 0;
  for await (const line of readLines(process.stdin)) {
    const text = readable(line);
    lines.push(text);
    size += text.length;
    if (size > LIMITS.frame) break;
  }
  return sendable(lines.join("\n").replace(/\n+$/, ""));
}

/** Blank lines have nothing to say. */
async function* sayableLines() {
  for await (const line of readLines(process.stdin)) {
    if ("trouble" in line) yield line;
    else {
      const text = sendable(line.text);
      if (text.trim() !== "") yield { number: line.number, text };
    }
  }
}
