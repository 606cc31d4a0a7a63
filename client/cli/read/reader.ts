import { Failure } from "../end/failure.ts";
import { knownToken } from "../person/identity.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";

/** The token of who reads, if it can be read. What is public is there for anybody. */
export function readerToken(settings: ClientSettings): string | undefined {
  try {
    return knownToken(settings);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    remark(cliWords().read.withoutYou(error.message));
    return undefined;
  }
}
