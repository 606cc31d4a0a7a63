import type { Draft } from "../../core/sending/entry.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { cliWords } from "../words/words.ts";
import { excerpt } from "./excerpts.ts";

/** What is on its way, in one line. */
export function described(draft: Draft): string {
  switch (draft.type) {
    case "say":
      return draft.text === "" ? cliWords().view.someFiles(draft.files?.length ?? 0) : oneLine(draft.text);
    case "edit":
      return cliWords().view.anEdit(draft.text === "" ? cliWords().view.noText : excerpt(draft.text));
    case "delete":
      return cliWords().view.aDeletion;
    case "react":
      return cliWords().view.aReaction(oneLine(draft.emoji));
    default:
      return draft satisfies never;
  }
}
