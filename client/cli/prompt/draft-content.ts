import { oneLine } from "../../core/text/one-line.ts";
import { cliWords } from "../words/words.ts";
import { lineCount } from "./edit/paste.ts";
import { found } from "./edit/search.ts";
import type { PromptState } from "./edit/state.ts";
import type { RowContent } from "./row.ts";

/** Cells in which one writes, at least, where the row has twice as many: before them stands what is not as it should be. */
const DRAFT_CELLS = 16;

/** What stands in the row while one writes. */
export function draftContent(state: PromptState, label: string): RowContent {
  const words = cliWords().prompt;
  switch (state.mode) {
    case "typing":
      return { label, longest: DRAFT_CELLS, ...state.line };
    case "confirming": {
      const question = words.pasteLines(lineCount(state.pasted));
      return { label: "", text: question, cursor: question.length };
    }
    case "searching": {
      const it = found(state.search);
      const told = { query: oneLine(state.search.query), isFound: it !== undefined };
      return { label: words.searching(told), text: "", cursor: 0, ...it };
    }
    default:
      return state satisfies never;
  }
}
