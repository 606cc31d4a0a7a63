import * as v from "valibot";
import { parseJson } from "../../core/http/parse-json.ts";

/** What a file has kept, as JSON of a form; undefined where there is nothing, or it is damaged. */
export function parseFile<Kept>(
  form: v.GenericSchema<unknown, Kept>,
  text: string | undefined,
): Kept | undefined {
  const { success, output } = v.safeParse(form, parseJson(text ?? ""));
  return success ? output : undefined;
}
