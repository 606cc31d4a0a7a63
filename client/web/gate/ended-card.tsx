import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ChatState } from "../../core/chat-event.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Sentence } from "../log/notice.tsx";
import type { RoomSession } from "../session/room-session.ts";
import { apart } from "../text/apart.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { Gate } from "./gate.tsx";

const { ended, shut } = panelWords;

interface EndedCardProps {
  session: RoomSession;
  state: Extract<ChatState, { state: "stopped" }>;
}

/** Says why the room is closed to this page, and what can be done about it. */
export function EndedCard({ session, state: { code, reason, problem } }: EndedCardProps) {
  const { room, putOut, chat } = session;
  const by = putOut ? apart(putOut.by) : ended.moderator;
  const done = putOut?.reason ? ended.doneFor({ by, reason: apart(putOut.reason) }) : ended.doneBy(by);
  const why = problem && pageText(sayProblem(problem));
  const endings: Record<number, [title: string, text: string]> = {
    [CLOSE.left]: [ended.left(room), ""],
    [CLOSE.replaced]: [ended.replaced, ended.replacedWhy],
    [CLOSE.kicked]: [ended.kicked(room), done],
    [CLOSE.banned]: [ended.banned(room), ended.mayComeBack(why ?? done)],
    [CLOSE.erased]:
      reason === "closed" ? [shut.closed, shut.closedWhy] : [ended.erased(room), ended.erasedWhy],
    [CLOSE.flooding]: [ended.flooding, ended.floodingWhy],
  };
  const [title, text] = endings[code] ?? [ended.other, why ?? ""];
  const goOn = () => (code === CLOSE.replaced ? session.joinBeside() : chat.rejoin());
  return (
    <Gate>
      <div role="alert">
        <h1>{title}</h1>
        <p class="lead" dir="auto">
          <Sentence text={text} />
        </p>
        {code === CLOSE.erased && chat.outbox.length > 0 && <p class="lead">{shut.kept}</p>}
      </div>
      {code !== CLOSE.banned && (
        <button type="button" class="primary" onClick={goOn}>
          {code === CLOSE.replaced ? ended.useHere : code === CLOSE.erased ? shut.again : ended.joinAgain}
        </button>
      )}
      <a class="quiet" href="/">
        {ended.otherRoom}
      </a>
    </Gate>
  );
}
