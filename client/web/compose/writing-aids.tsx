import { openPicker } from "../emoji/open-picker.tsx";
import { AttachButton } from "../files/attach-button.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { intoSight } from "../parts/into-sight.ts";
import { Avatar } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { completerOf } from "./completer.ts";
import { composerField } from "./focus-composer.ts";
import { putIn } from "./put-in.ts";

const { completion: words, emoji } = panelWords;

/** What helps to write: the options for what is being typed, and the way to the emoji. */
export function WritingAids({ session }: InRoom) {
  const completer = completerOf(session);
  const { options, at } = completer;
  const take = (index: number) => {
    const field = composerField();
    if (field) completer.take(index, field);
  };
  return (
    <>
      {options.length > 0 && (
        <div
          id="completions"
          class="completions"
          role="listbox"
          // What scrolls can be reached, if not by the Tab key.
          tabIndex={-1}
          aria-label={words.title}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
            <div
              key={option.key}
              id={`completion-${index}`}
              role="option"
              aria-selected={index === at}
              ref={index === at ? intoSight : null}
              onClick={() => take(index)}
            >
              {option.uid !== undefined && <Avatar uid={option.uid} nick={option.name} />}
              {option.emoji !== undefined && <span class="emoji">{option.emoji}</span>}
              <bdi>{pageText(option.name)}</bdi>
              {option.hint !== undefined && <span class="hint">{option.hint}</span>}
            </div>
          ))}
        </div>
      )}
      <span role="status" class="unseen">
        {options.length > 0 && words.count(options.length)}
      </span>
      <AttachButton session={session} />
      <IconButton icon="emoji" label={emoji.open} onClick={() => openPicker({ onPick: write })} />
    </>
  );
}

/** Writes an emoji where the cursor is. */
function write(emoji: string): void {
  const field = composerField();
  if (field) putIn(field, { start: field.selectionStart, end: field.selectionEnd, text: emoji });
}
