import type { Moves } from "../model/item.ts";
import { UNFOLDED } from "../model/log.ts";
import { panelWords } from "../words/panel-words.ts";
import { Notice } from "./notice.tsx";

const { moves: words } = panelWords;

interface MovesNoticeProps {
  moves: Moves;
  text: string;
}

/** Who came and went in a row: a few by their names, of many how many, and their names for who opens it. */
export function MovesNotice({ moves, text }: MovesNoticeProps) {
  const { came, went, told } = moves;
  if (came + went <= UNFOLDED) return <Notice text={text} />;
  const before = came + went - told.length;
  return (
    <details class="moves">
      <summary>{words.sum({ came, went })}</summary>
      {before > 0 && <Notice text={words.before(before)} />}
      <Notice text={told.join(" · ")} />
    </details>
  );
}
