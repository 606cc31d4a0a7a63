import { oneLine } from "../../core/text/one-line.ts";
import { layOut } from "./lay-out.ts";
import { sentence } from "./log-line.ts";

/** Says something on standard error to somebody at a terminal. */
export function sayLine(said: string): void {
  process.stderr.write(layOut([sentence(oneLine(said))], process.stderr));
}

/** Says on standard error what a program need not read. */
export function remark(said: string): void {
  sayLine(`papo: ${said}`);
}
