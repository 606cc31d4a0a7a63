import { safeText } from "../../core/text/safe-text.ts";
import { Icon } from "../parts/icon.tsx";
import type { InRoom } from "../session/in-room.ts";
import type { Panel } from "../session/page-ui.ts";

const BUTTONS: readonly [Panel, string][] = [
  ["search", "Search"],
  ["people", "People"],
  ["about", "About this room"],
];

/** The room's name and topic, and what can be opened. */
export function RoomHeader({ session: { room, chat, ui }, inert }: InRoom & { inert: boolean }) {
  const { topic, locked, members } = chat.room;
  return (
    <header class="top" inert={inert}>
      <a class="logo" href="/" aria-label="papo">
        <img src="/icon.svg" alt="" width="28" height="28" />
      </a>
      <div class="names">
        <h1>
          <bdi>{room}</bdi>
          {locked && <Icon name="lock" label="locked" />}
        </h1>
        {topic && (
          <p class="topic" dir="auto" title={safeText(topic)}>
            {safeText(topic)}
          </p>
        )}
      </div>
      {BUTTONS.map(([panel, label]) => (
        <button
          type="button"
          key={panel}
          class="icon-button"
          title={label}
          aria-label={panel === "people" ? `${label}, ${members.length} here` : label}
          aria-pressed={ui.panel === panel}
          onClick={() => ui.open(ui.panel === panel ? undefined : panel)}
        >
          <Icon name={panel} />
          {panel === "people" && members.length}
        </button>
      ))}
    </header>
  );
}
