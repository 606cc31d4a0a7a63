import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "../../end/system-trouble.ts";
import type { Environment } from "../../person/directories.ts";
import { withoutSecrets } from "../../person/without-secrets.ts";
import { decodeText } from "../../text/decode.ts";
import { shown } from "../../text/shown.ts";
import { cliWords } from "../../words/words.ts";
import { cleanPaste, PASTE_LIMIT } from "../edit/paste.ts";
import { parted } from "./parted.ts";

export interface EditorOptions {
  readonly env: Environment;
  /** Ends the program. */
  readonly signal: AbortSignal;
}

/** What comes of editing; `trouble`: why nothing does, as a sentence. */
export type Edited = { readonly text: string } | { readonly trouble: string };

/** Has a text edited in the person's own editor, which has the terminal meanwhile. No shell reads its name. */
export async function editIn(text: string, { env, signal }: EditorOptions): Promise<Edited> {
  const words = cliWords().prompt;
  const [program, ...args] = parted(env.VISUAL?.trim() || env.EDITOR?.trim() || "");
  if (program === undefined) return { trouble: words.noEditor };
  const editor = shown(program);
  let folder: string | undefined;
  const remove = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  // Whatever ends papo meanwhile leaves nothing of the text.
  process.once("exit", remove);
  try {
    // For its owner alone, with what an editor keeps beside the file.
    folder = mkdtempSync(join(tmpdir(), "papo-"));
    const file = join(folder, "message.txt");
    writeFileSync(file, text === "" ? "" : `${text}\n`, { mode: 0o600, flag: "wx" });
    const status = await run([program, ...args, file], { env, signal });
    if (status !== 0) return { trouble: words.editorFailed({ editor, status }) };
    return readBack(file);
  } catch (error) {
    return { trouble: words.cannotEdit({ editor, code: codeOf(error) }) };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function readBack(file: string): Edited {
  const words = cliWords().prompt;
  // In units of UTF-8, of which a character may have four.
  if (statSync(file).size > 4 * PASTE_LIMIT) return { trouble: words.editedTooLong };
  const text = decodeText(readFileSync(file));
  return typeof text === "string" ? { text: cleanPaste(text) } : { trouble: words.editedNoText };
}

/** With what it ends; a signal that ends it counts as a failure. */
function run([program = "", ...args]: readonly string[], { env, signal }: EditorOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: withoutSecrets(env), stdio: "inherit", signal });
    child.on("error", reject).on("close", (status) => resolve(status ?? 1));
  });
}
