import { createHash } from "node:crypto";
import { basename } from "node:path";
import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { type ChosenFile, chooseFile, chosenBytes, MOST_BYTES } from "../files/chosen-file.ts";
import type { Call } from "../shell/call.ts";
import { cliWords } from "../words/words.ts";

/** Standard input, as arguments name it. */
const INPUT = "-";
/** What comes from there is called, where nobody says. */
const NAMELESS = "input";

/** The files that a call sends with its message. Throws a Failure about what is wrong with them, before anything is sent. */
export async function enclosed({ files = [], values }: Call): Promise<ChosenFile[]> {
  const words = cliWords().files;
  const name = typeof values.name === "string" && values.name !== "" ? values.name : undefined;
  const inputs = files.filter((file) => file === INPUT).length;
  if (files.length > FILE_LIMITS.most) throw wrong(words.mostFiles(FILE_LIMITS.most));
  if (name !== undefined && files.length !== 1)
    throw wrong(files.length === 0 ? words.nameless : words.whichName);
  if (inputs > 1 || (inputs > 0 && values.whole)) throw wrong(words.twoInputs);
  const chosen: ChosenFile[] = [];
  for (const file of files) {
    const each = file === INPUT ? await input(name ?? NAMELESS) : await chooseFile(file);
    chosen.push({ ...each, name: name ?? each.name });
  }
  return chosen;
}

/** Tells files apart by all that they are, so that the very same can be known again. */
export async function printsOf(files: readonly ChosenFile[]): Promise<string[]> {
  const prints: string[] = [];
  for (const file of files) {
    const hash = createHash("sha256");
    for await (const chunk of file.read()) hash.update(chunk);
    prints.push(`${hash.digest("hex")} ${basename(file.name)}`);
  }
  return prints;
}

async function input(name: string): Promise<ChosenFile> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > MOST_BYTES) throw new Failure(EXIT.unsent, cliWords().files.inputTooLarge(MOST_BYTES));
  }
  return chosenBytes(Buffer.concat(chunks), { name });
}

function wrong(message: string): Failure {
  return new Failure(EXIT.usage, message);
}
