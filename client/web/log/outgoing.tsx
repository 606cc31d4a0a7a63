import type { Entry } from "../../core/sending/entry.ts";
import { type Action, buttons } from "../panel/actions.tsx";
import { Avatar, Nick } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";

const { outgoing } = pageWords;

interface OutgoingRow {
  entry: Entry;
  mark: "failed" | "sending" | "waiting";
  why: string;
  actions: readonly Action[];
}

/** What has not arrived: refused, in doubt, or on its way. */
export function Outgoing({ session }: InRoom) {
  const { chat, desk, feed } = session;
  const { you } = chat.room;
  const last = feed.items.at(-1);
  // As it will stand once it has arrived, so that nothing moves then.
  const author = last?.kind === "message" && last.own ? undefined : you;
  const online = chat.state.state === "online";
  const pending = chat.outbox.map((entry): OutgoingRow => {
    const unsure = entry.state === "unsure";
    return {
      entry,
      mark: unsure ? "failed" : online ? "sending" : "waiting",
      why: unsure ? outgoing.unsure : online ? outgoing.sending : outgoing.waiting,
      actions: [
        unsure && [outgoing.retry, () => chat.resend(entry.key)],
        entry.state !== "sent" && !(online && !unsure) && [outgoing.discard, () => desk.drop(entry.key)],
      ],
    };
  });
  const failed = desk.failed.map(
    (each): OutgoingRow => ({
      ...each,
      mark: "failed",
      actions: [
        each.entry.draft.type === "say" && [outgoing.retry, () => desk.retry(each)],
        each.entry.draft.type !== "delete" && [outgoing.revise, () => desk.revise(each)],
        [outgoing.discard, () => desk.discard(each)],
      ],
    }),
  );
  return (
    <>
      {[...failed, ...pending].map(({ entry: { draft, key }, mark, why, actions }, index) => (
        <article
          key={`${mark}${key}`}
          class={`row outgoing ${mark} ${index === 0 && author ? "head" : ""} ${"to" in draft ? "private" : ""}`}
          data-key={`o${key}`}
          tabIndex={-1}
        >
          <div class="gutter">{index === 0 && author && <Avatar {...author} />}</div>
          <div class="body">
            {index === 0 && author && (
              <p class="by">
                <Nick {...author} />
              </p>
            )}
            <div class="text" dir="auto">
              {draft.type === "say" ? pageText(draft.text) : outgoing[draft.type]}
            </div>
            <p class="state">
              {why}
              {buttons(actions)}
            </p>
          </div>
        </article>
      ))}
    </>
  );
}
