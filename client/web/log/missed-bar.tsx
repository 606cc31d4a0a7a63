import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { isSameDay, momentOf, timeOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { missed: sentences } = panelWords;

/** What was said while the reader was away, where that is more than is in sight: how much, and the way there. */
export function MissedBar({ session }: InRoom) {
  const { feed, chat } = session;
  const { missed } = feed;
  if (missed === undefined || feed.catchingUp) return null;
  const { since: at, calls, count, more } = missed;
  const since = isSameDay(at, chat.room.at) ? timeOf(at) : momentOf(at);
  const [firstCall] = calls;
  return (
    <div class="missed">
      <p>{sentences.since({ count, more, since })}</p>
      <button type="button" onClick={() => feed.revealMissed()}>
        {sentences.toFirst}
      </button>
      {firstCall !== undefined && (
        <button type="button" onClick={() => session.reveal(firstCall)}>
          {sentences.forYou(calls.length)}
        </button>
      )}
      <IconButton icon="close" label={pageWords.close} onClick={() => feed.forgetMissed()} />
    </div>
  );
}
