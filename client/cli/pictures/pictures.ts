import type { Message, SharedFile } from "../../../src/protocol/event.ts";
import { fileUrl } from "../../core/http/file-http.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { Failure } from "../end/failure.ts";
import { isSound } from "../files/save-files.ts";
import type { Requester } from "../net/api.ts";
import { download } from "../net/download.ts";
import { fileTitle } from "../view/file-lines.ts";
import { type LogLine, sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { type Canvas, drawnPicture } from "./drawn-picture.ts";

/** Bytes of a picture that is fetched without being asked for. */
const MOST_BYTES = 4_194_304;
/** Pictures that wait; of more, the oldest are left to their lines. */
const MOST_WAITING = 4;

export interface PicturesOptions {
  readonly requester: Pick<Requester, "address" | "gate" | "proxy">;
  canvas(): Canvas;
  /** Whether they are still to be seen. */
  isShown(): boolean;
  print(lines: readonly LogLine[]): void;
}

/** Pictures that others send, shown under what was said meanwhile; from the room's own server alone. */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #ending = new AbortController();
  #waiting: readonly { readonly file: SharedFile; readonly nick: string }[] = [];
  #isBusy = false;

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  /** Somebody has just said something. */
  follow({ files = [], nick, deleted }: Message): void {
    if (deleted) return;
    const pictures = files.filter((file) => mayBeShown(file, this.#options.canvas()));
    this.#waiting = [...this.#waiting, ...pictures.map((file) => ({ file, nick }))].slice(-MOST_WAITING);
    void this.#show();
  }

  close(): void {
    this.#ending.abort();
    this.#waiting = [];
  }

  async #show(): Promise<void> {
    const [next, ...others] = this.#waiting;
    if (next === undefined || this.#isBusy) return;
    this.#isBusy = true;
    this.#waiting = others;
    const { canvas, isShown, print } = this.#options;
    const bytes = isShown() ? await this.#fetch(next.file) : undefined;
    const drawn = bytes && drawnPicture(bytes, canvas());
    if (drawn !== undefined && isShown()) {
      const nick = isolateName(oneLine(next.nick));
      print([sentence(cliWords().files.ofWhom({ name: fileTitle(next.file), nick })), drawn]);
    }
    this.#isBusy = false;
    void this.#show();
  }

  /** Its line is there already: what does not come is not missed. */
  async #fetch(file: SharedFile): Promise<Uint8Array | undefined> {
    const { requester } = this.#options;
    const { size } = file;
    const url = fileUrl(requester.address, file);
    const chunks: Uint8Array[] = [];
    try {
      for await (const chunk of download(requester, {
        url,
        size,
        signal: this.#ending.signal,
        got: () => {},
      }))
        chunks.push(chunk);
      return Buffer.concat(chunks);
    } catch (error) {
      if (error instanceof Failure || this.#ending.signal.aborted) return undefined;
      throw error;
    }
  }
}

function mayBeShown(file: SharedFile, { way }: Canvas): boolean {
  const kinds = way === "kitty" ? /^image\/png$/ : /^image\/(?:png|jpeg|gif|webp)$/;
  return kinds.test(file.type) && isSound(file) && file.size <= MOST_BYTES;
}
