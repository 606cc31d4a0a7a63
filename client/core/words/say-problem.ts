import type { Params } from "../../../src/protocol/detail.ts";
import type { Problem } from "../problem.ts";
import { sharedWords } from "./shared-words.ts";
import { spoken } from "./spoken.ts";

/** The sentences of a language by the ids that a room may send. */
type Sentences = Readonly<Record<string, (named: Params) => string>>;

/** Why something could not be done, in the language's own words where it has some, else in the room's. */
export function sayProblem(
  { problem, detail = "", params = {}, message, isOurs }: Problem,
  sentences: Sentences = spoken.refusals ?? {},
): string {
  if (isOurs) return message;
  // A foreign string must not name what every object has.
  const id = [detail, problem].find((each) => Object.hasOwn(sentences, each)) ?? "";
  return sentences[id]?.(params) || sharedWords.ofRoom(message);
}
