import { Icon } from "../parts/icon.tsx";
import type { InRoom } from "../session/in-room.ts";
import type { Panel } from "../session/page-ui.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";

const { panels } = pageWords;

const BUTTONS = ["search", "invite", "people", "about"] as const satisfies readonly Panel[];

/** The room's name and topic, and what can be opened. */
export function RoomHeader({ session: { room, chat, ui, talk }, inert }: InRoom & { inert: boolean }) {
  const { topic, locked, members } = chat.room;
  return (
    <header class="top" inert={inert}>
      <a class="logo" href="/" aria-label="papo">
        <img src="/icon.svg" alt="" width="28" height="28" />
      </a>
      <div class="names">
        <h1>
          <bdi>{talk ? pageText(talk.to.nick) : room}</bdi>
          {talk ? (
            <Icon name="lock" label={pageWords.private} />
          ) : (
            locked && <Icon name="lock" label={panels.locked} />
          )}
        </h1>
        {talk && <p class="topic">{room}</p>}
        {!talk && topic && (
          <p class="topic" dir="auto" title={pageText(topic)}>
            {pageText(topic)}
          </p>
        )}
      </div>
      <div class="to-panels">
        {BUTTONS.map((panel) => (
          <button
            type="button"
            key={panel}
            class="icon-button"
            data-opens={panel}
            title={panels[panel]}
            aria-label={panel === "people" ? panels.peopleHere(members.length) : panels[panel]}
            aria-pressed={ui.panel === panel}
            onClick={() => ui.open(ui.panel === panel ? undefined : panel)}
          >
            <Icon name={panel} />
            {panel === "people" && members.length}
          </button>
        ))}
      </div>
    </header>
  );
}
