import { StringDecoder } from "node:string_decoder";

/** A line of input, without its newline. Numbers begin at 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Characters kept of a line; more than any message may have, so that a longer one is found too long. */
const LONGEST = 65_536;

/** Splits a stream into lines, and reads no further than they are asked for. */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<NumberedLine> {
  const decoder = new StringDecoder("utf8");
  let number = 0;
  let rest = "";
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
    const lines = rest.split("\n");
    rest = (lines.pop() ?? "").slice(0, LONGEST);
    for (const line of lines) yield { number: ++number, text: line.replace(/\r$/, "") };
  }
  rest += decoder.end();
  if (rest !== "") yield { number: ++number, text: rest.replace(/\r$/, "") };
}
