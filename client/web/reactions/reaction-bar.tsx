import type { Message } from "../../../src/protocol/event.ts";
import { openPicker } from "../emoji/open-picker.tsx";
import { ownEmoji } from "../emoji/own.ts";
import { atHand } from "../model/own-emoji.ts";
import { reactionsOf } from "../model/reaction-view.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { reactTo } from "./react.ts";

const { reactions: words } = panelWords;

interface BarProps extends InRoom {
  message: Message;
  /** The line that it is about. */
  row: string;
  onClose(): void;
}

/** What one has reacted with lately, and the way to all other emoji. */
export function ReactionBar({ message, session, row, onClose }: BarProps) {
  const { chat } = session;
  const given = reactionsOf(message, chat.outbox, chat.room.you?.uid ?? "");
  const toRow = () => document.querySelector<HTMLElement>(`[data-key="${row}"]`)?.focus();
  const react = (emoji: string) => {
    const isMine = given.some((each) => each.emoji === emoji && each.me);
    reactTo(session, { id: message.id, emoji, on: !isMine });
    onClose();
    toRow();
  };
  return (
    <fieldset
      class="tools"
      aria-label={words.choose}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
        toRow();
      }}
    >
      {atHand(ownEmoji()).map((emoji, index) => (
        <button
          type="button"
          class="icon-button emoji"
          key={emoji}
          ref={index === 0 ? takeFocus : null}
          aria-pressed={given.some((each) => each.emoji === emoji && each.me)}
          onClick={() => react(emoji)}
        >
          {emoji}
        </button>
      ))}
      <IconButton
        icon="emoji"
        label={words.more}
        onClick={() => openPicker({ onPick: react, back: toRow })}
      />
    </fieldset>
  );
}
