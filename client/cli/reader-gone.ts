import { EXIT } from "./exit-code.ts";

/** What is done once nobody reads our output any more (`| head`): nothing is wrong with that. */
let leave: () => void = () => process.exit(EXIT.fine);

/** Says a goodbye before the program ends. */
export function onReaderGone(goodbye: () => void): void {
  leave = goodbye;
}

export function watchReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      leave();
    });
  }
}
