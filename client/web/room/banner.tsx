import { sayProblem } from "../../core/words/say-problem.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";

const { banner } = pageWords;

/** Says that the room can't be reached, over the log, so that nothing moves. */
export function Banner({ session: { chat } }: InRoom) {
  const { state } = chat;
  if (state.state === "connecting") return <div class="banner">{banner.connecting}</div>;
  if (state.state !== "waiting") return null;
  const seconds = Math.max(0, Math.ceil((state.until - Date.now()) / 1_000));
  return (
    <div class="banner">
      {pageText(state.problem ? sayProblem(state.problem) : banner.offline)}
      {state.problem?.retryAfter ? (
        <span aria-hidden="true">{banner.triesAgain(seconds)}</span>
      ) : (
        <button type="button" onClick={() => chat.wake()}>
          {banner.tryNow(<span aria-hidden="true">{banner.seconds(seconds)}</span>)}
        </button>
      )}
    </div>
  );
}
