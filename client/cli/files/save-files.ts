import type { SharedFile } from "../../../src/protocol/event.ts";
import { FILE_ID } from "../../../src/protocol/identity.ts";
import { fileUrl } from "../../core/http/file-http.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { Requester } from "../net/api.ts";
import { download } from "../net/download.ts";
import { fileTitle } from "../view/file-lines.ts";
import { cliWords } from "../words/words.ts";
import { MOST_BYTES } from "./chosen-file.ts";
import { type KeepingPlace, keepFile, placeAt, toldAt } from "./keep-file.ts";

export interface Saving {
  readonly requester: Pick<Requester, "address" | "gate" | "proxy">;
  readonly files: readonly SharedFile[];
  /** Absolute; "" for the folder in which papo runs. */
  readonly path: string;
  readonly signal: AbortSignal;
  /** Told how many bytes of a file are here. */
  got(file: SharedFile, bytes: number): void;
  /** Told where one is. */
  saved(file: SharedFile, where: string): void;
}

/** Saves the files of a message, one after the other. Fails with a Failure; stopped, with the signal's reason. */
export async function saveFiles({ requester, files, path, signal, got, saved }: Saving): Promise<void> {
  const here = process.cwd();
  const place: KeepingPlace = path === "" ? { folder: here } : await placeAt(path);
  if ("file" in place && files.length > 1) throw unsaved(cliWords().files.severalFiles(files.length));
  for (const file of files) {
    const { size } = file;
    const url = fileUrl(requester.address, file);
    const bytes = download(requester, { url, size, signal, got: (count) => got(file, count) });
    try {
      if (!isSound(file)) throw unsaved(cliWords().files.gone);
      saved(file, oneLine(toldAt(await keepFile(bytes, file.name, place), here)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw unsaved(cliWords().files.notSaved({ file: fileTitle(file), why: error.message }));
    }
  }
}

/** Whether a server may have such a one: what it tells is not trusted. */
export function isSound({ id, size }: SharedFile): boolean {
  return FILE_ID.test(id) && size > 0 && size <= MOST_BYTES;
}

function unsaved(message: string): Failure {
  return new Failure(EXIT.failed, message);
}
