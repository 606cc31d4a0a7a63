import { EXIT, type ExitCode } from "../exit-code.ts";

export async function run(): Promise<ExitCode> {
  return EXIT.failed;
}
